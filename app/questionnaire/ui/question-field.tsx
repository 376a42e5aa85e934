import type { ReactNode } from 'react';

import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import type { Question, Questionnaire } from '../definition.ts';
import { sizes } from '../fitting.ts';
import { codesOf } from '../lists.ts';
import { say } from '../words/said.ts';
import { inLanguage } from '../words.ts';

type Props = {
  question: Question;
  field: Field;
  questionnaire: Questionnaire;
  language: string;
  suggestion?: string | undefined;
};

const inputs = { email: 'email', phone: 'tel', web: 'url' } as const;
/** More than these are quicker to find in a list that opens. */
const mostRadios = 7;

/** One question as the field its type asks for. */
export function QuestionField({ question, field, questionnaire, language, suggestion }: Props) {
  const shared = {
    field,
    label: inLanguage(question.label, language),
    hint: hintOf(question, language, suggestion),
    optional: question.required === undefined && say(language, 'optional'),
    required: question.required === true && question.relevant === undefined,
  };
  const most = question.most ?? (question.type === 'text' ? sizes.text : sizes.long_text);
  switch (question.type) {
    case 'text':
      return (
        <TextField
          {...shared}
          dir="auto"
          maxLength={most}
          inputMode={question.kind ? inputs[question.kind] : 'text'}
          width={most > 60 ? 'normal' : 'short'}
        />
      );
    case 'long_text':
      return <TextArea {...shared} dir="auto" maxLength={most} />;
    case 'lines':
      return <TextArea {...shared} dir="auto" rows={4} />;
    case 'integer':
      return <NumberField {...shared} inputMode="numeric" />;
    case 'decimal':
      return <NumberField {...shared} />;
    case 'day':
      return <DateField {...shared} />;
    case 'yes_no':
      return <ChoiceField {...shared} language={language} options={yesNo(language)} />;
    case 'choice':
      return (
        <ChoiceField
          {...shared}
          language={language}
          options={codesOf(questionnaire, question.list ?? '', language)}
        />
      );
    case 'choices':
      return <CheckboxGroup {...shared} options={codesOf(questionnaire, question.list ?? '', language)} />;
    case 'tick':
      return (
        <CheckboxField field={field} label={shared.label} hint={shared.hint} required={shared.required} />
      );
    case 'rows':
      return null;
  }
}

const yesNo = (language: string) => [
  { value: 'yes', label: say(language, 'yes') },
  { value: 'no', label: say(language, 'no') },
];

type ChoiceProps = {
  field: Field;
  label: string;
  hint: ReactNode;
  optional: string | false;
  required: boolean;
  language: string;
  options: { value: string; label: string }[];
};

/** A few to choose from stand open; many, and those that may be taken back, stand in a list that opens. */
function ChoiceField({ optional, options, language, ...rest }: ChoiceProps) {
  const empty = say(language, optional ? 'no_answer' : 'choose_one');
  if (!optional && options.length <= mostRadios) return <RadioGroup {...rest} options={options} />;
  return <SelectField {...rest} {...{ optional, options, empty }} />;
}

function hintOf({ hint, type }: Question, language: string, suggestion: string | undefined): ReactNode {
  const words = hint
    ? inLanguage(hint, language)
    : type === 'lines'
      ? say(language, 'one_a_line')
      : undefined;
  if (suggestion === undefined) return words;
  return (
    <>
      {words}
      <span className="block">
        {say(language, 'in_latin')} <span className="font-semibold">{suggestion}</span>
      </span>
    </>
  );
}
