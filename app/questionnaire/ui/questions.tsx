import type { ReactNode } from 'react';

import type { Field } from '#app/ui/parts/field.tsx';

import type { Question, Questionnaire, QuestionnaireSection } from '../definition.ts';
import { ConflictField, type Conflict } from './conflict.tsx';
import { Group } from './group.tsx';
import { inGroups } from './groups.ts';
import { QuestionField } from './question-field.tsx';
import { RowsField, type RowsForm } from './rows-field.tsx';
import { suggestionFor } from './suggestion.ts';

export type QuestionsProps = {
  form: RowsForm & Pick<Field, 'id' | 'allErrors'>;
  fields: Readonly<Record<string, Field | undefined>>;
  questionnaire: Questionnaire;
  section: QuestionnaireSection;
  language: string;
  /** Names of the questions to show (`shownIn`); without it, all. */
  shown?: readonly string[] | undefined;
  /** Small text under a field, such as who answered last and when. */
  notes?: Readonly<Record<string, ReactNode>> | undefined;
  /** Questions two people answered differently at the same time. */
  conflicts?: Readonly<Record<string, Conflict>> | undefined;
};

/** The questions of one section. Whether it is asked shows in words, so that nothing depends on scripts. */
export function Questions({ section, shown, ...rest }: QuestionsProps) {
  const { questionnaire, language } = rest;
  const questions = section.questions.filter(({ name }) => shown?.includes(name) ?? true);
  return inGroups(questions, { questionnaire, section, language }).map(({ onlyIf, members }) => (
    <Group key={members[0]?.name} onlyIf={onlyIf}>
      {members.map((question) => (
        <Asked key={question.name} {...{ question, section, shown }} {...rest} />
      ))}
    </Group>
  ));
}

type AskedProps = QuestionsProps & { question: Question };

function Asked({ question, section, notes, conflicts, form, fields, shown, ...rest }: AskedProps) {
  const field = fields[question.name];
  const conflict = conflicts?.[question.name];
  const note = notes?.[question.name];
  const suggestion = suggestionFor(question, section.questions, (name) => fields[name]?.initialValue);
  if (!field) return null;
  return (
    <div className="flex w-full flex-col items-start gap-1.5">
      {question.type === 'rows' ? (
        <RowsField {...{ question, section, form, shown }} {...rest} />
      ) : (
        <QuestionField {...{ question, field, suggestion }} {...rest} />
      )}
      {note ? <p className="text-sm text-ink-2">{note}</p> : null}
      {conflict ? <ConflictField {...{ question, conflict, form }} {...rest} /> : null}
    </div>
  );
}
