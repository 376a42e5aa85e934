import { questionTypes, type Question } from '#app/questionnaire/definition.ts';
import { NumberField, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import { typeNames } from './words.ts';
import { WordsFields } from './words-fields.tsx';

type Said = Record<string, string | undefined>;
export type QuestionAnswers = {
  name: string;
  type: string;
  label: Said;
  hint: Said;
  noun: Said;
  list: string;
  must: string;
  mustIf: string;
  relevant: string;
  constraint: string;
  message: Said;
  latin: string;
  kind: string;
  most: string;
  place: string;
  revision: string;
};

/** A question as the fields of its form hold it. */
export const asFields = (question: Question | undefined, place: number, revision: number) => ({
  ...{ name: question?.name, type: question?.type ?? 'text', label: question?.label, hint: question?.hint },
  ...{ noun: question?.noun, list: question?.list, ...mustOf(question), relevant: question?.relevant },
  ...{ constraint: question?.constraint?.that, message: question?.constraint?.message },
  ...{ latin: question?.latin, kind: question?.kind, most: question?.most?.toString() },
  ...{ place: String(place), revision: String(revision) },
});

function mustOf(question: Question | undefined) {
  if (question?.required === undefined) return { must: 'no' };
  return question.required === true ? { must: 'yes' } : { must: 'if', mustIf: question.required };
}

type Worded = Field & { getFieldset: () => Record<string, Field | undefined> };
type Fields = {
  [K in keyof QuestionAnswers]: K extends 'label' | 'hint' | 'noun' | 'message' ? Worded : Field;
};
type Props = { fields: Fields; languages: readonly string[]; lists: readonly string[]; inRows: boolean };

const conditionHint =
  "Such as ${uses_agents} = 'yes', selected(${ways}, 'cash') or count(${agents}) > 0. Left empty: always.";

/** Everything a question is: its words, its type, its conditions. */
export function QuestionFields({ fields, languages, lists, inRows }: Props) {
  const types = questionTypes.filter((type) => !inRows || type !== 'rows');
  return (
    <>
      <WordsFields fields={fields.label.getFieldset()} languages={languages} label="Question" long />
      <WordsFields fields={fields.hint.getFieldset()} languages={languages} label="Hint" long optional />
      <TextField
        field={fields.name}
        label="Name in the data"
        hint="Small letters, digits and _. Conditions, files and reports find the answer by it: a question that asks the same keeps its name."
      />
      <SelectField
        field={fields.type}
        label="Type"
        options={types.map((value) => ({ value, label: typeNames[value] }))}
      />
      <SelectField
        field={fields.list}
        label="List"
        hint="For one or several from a list"
        empty="No list"
        options={lists.map((value) => ({ value, label: value }))}
      />
      <Conditions fields={fields} languages={languages} />
      <Extras fields={fields} languages={languages} inRows={inRows} />
      <NumberField field={fields.place} label="Place" hint="1 comes first" inputMode="numeric" />
    </>
  );
}

const Conditions = ({ fields, languages }: Pick<Props, 'fields' | 'languages'>) => (
  <>
    <TextArea field={fields.relevant} label="Asked only where" hint={conditionHint} rows={2} />
    <RadioGroup
      field={fields.must}
      label="Must it be answered?"
      options={[
        { value: 'no', label: 'No' },
        { value: 'yes', label: 'Yes, wherever it is asked' },
        { value: 'if', label: 'Only where the condition below holds' },
      ]}
    />
    <TextArea field={fields.mustIf} label="Must be answered where" rows={2} />
    <TextArea
      field={fields.constraint}
      label="An answer is right where"
      hint="A point is the answer itself, such as . >= 0. Left empty: any answer of its type."
      rows={2}
    />
    <WordsFields
      fields={fields.message.getFieldset()}
      languages={languages}
      label="What to say where it is not right"
      optional
    />
  </>
);

const kinds = [
  { value: 'email', label: 'Email address' },
  { value: 'phone', label: 'Phone number' },
  { value: 'web', label: 'Web address' },
];

const Extras = ({ fields, languages, inRows }: Pick<Props, 'fields' | 'languages' | 'inRows'>) => (
  <>
    <NumberField
      field={fields.most}
      label="At most (optional)"
      hint="Characters of a text, the largest number, or rows"
    />
    <SelectField field={fields.kind} label="What the text is (optional)" empty="Any text" options={kinds} />
    <TextField
      field={fields.latin}
      label="Question for the same in Latin letters (optional)"
      hint="Its name in the data; the two stand beside each other"
    />
    {inRows ? null : (
      <WordsFields
        fields={fields.noun.getFieldset()}
        languages={languages}
        label="What one row is called"
        hint="For rows of a table, such as “Licence”"
        optional
      />
    )}
  </>
);
