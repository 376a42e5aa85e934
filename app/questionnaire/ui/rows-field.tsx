import { useField } from '@conform-to/react';
import type { ComponentProps } from 'react';

import { Repeated } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import type { Question, Questionnaire, QuestionnaireSection } from '../definition.ts';
import type { EditedRow } from '../edit.ts';
import { nounOf, rowName, say } from '../words/said.ts';
import { inLanguage } from '../words.ts';
import { Group } from './group.tsx';
import { inGroups } from './groups.ts';
import { QuestionField } from './question-field.tsx';
import { suggestionFor } from './suggestion.ts';

/** What adds and removes rows. */
export type RowsForm = ComponentProps<typeof Repeated>['form'];

type Props = {
  question: Question;
  form: RowsForm;
  questionnaire: Questionnaire;
  section: QuestionnaireSection;
  language: string;
  shown?: readonly string[] | undefined;
};

/** Rows that are added and removed by buttons; each with the same columns. */
export function RowsField({ question, form, shown, ...around }: Props) {
  const [field] = useField<EditedRow[]>(question.name);
  const { language } = around;
  const columns = (question.columns ?? []).filter(({ name }) => shown?.includes(name) ?? true);
  return (
    <Repeated
      form={form}
      field={field}
      label={inLanguage(question.label, language)}
      hint={question.hint && inLanguage(question.hint, language)}
      noun={question.noun ? inLanguage(question.noun, language) : say(language, 'row')}
      words={rowWords(question, language)}
    >
      {(row) => <Columns columns={columns} cells={row.getFieldset()} {...around} />}
    </Repeated>
  );
}

/** What stands on the rows and their buttons. */
function rowWords(question: Question, language: string) {
  const noun = nounOf(question, language);
  return {
    name: (place: number) => rowName(question, place, language),
    remove: (place: number) => say(language, 'remove', { noun, place: place + 1 }),
    add: (first: boolean) => say(language, first ? 'add_first' : 'add_another', { noun }),
  };
}

type ColumnsProps = Omit<Props, 'question' | 'form' | 'shown'> & {
  columns: readonly Question[];
  cells: Readonly<Record<string, Field | undefined>>;
};

function Columns({ columns, cells, questionnaire, section, language }: ColumnsProps) {
  return inGroups(columns, { questionnaire, section, language }).map(({ onlyIf, members }) => (
    <Group key={members[0]?.name} onlyIf={onlyIf}>
      {members.map((column) => {
        const field = cells[column.name];
        if (!field) return null;
        const suggestion = suggestionFor(column, columns, (name) => cells[name]?.initialValue);
        return (
          <QuestionField
            key={column.name}
            question={column}
            {...{ field, questionnaire, language, suggestion }}
          />
        );
      })}
    </Group>
  ));
}
