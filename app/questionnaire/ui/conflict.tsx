import { RadioGroup } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import { answerInWords } from '../copy.ts';
import type { Answer, Question, Questionnaire } from '../definition.ts';
import { labelled, say } from '../words/said.ts';

/** What two people answered, and who was first to save. */
export type Conflict = { mine: Answer; theirs: Answer; by: string };

type Props = {
  question: Question;
  conflict: Conflict;
  form: Pick<Field, 'id' | 'allErrors'>;
  questionnaire: Questionnaire;
  language: string;
};

/** Both answers side by side; whoever comes second chooses which one stands. */
export function ConflictField({ question, conflict, form, questionnaire, language }: Props) {
  const name = `choose.${question.name}`;
  const id = `${form.id}-${name}`;
  const errors = form.allErrors[name];
  const field: Field = {
    id,
    name,
    formId: form.id,
    errorId: `${id}-error`,
    descriptionId: `${id}-description`,
    initialValue: undefined,
    errors,
    allErrors: errors ? { [name]: errors } : {},
  };
  const said = (answer: Answer) => (
    <span dir="auto" className="whitespace-pre-line">
      {answerInWords(questionnaire, question, answer, language)}
    </span>
  );
  return (
    <div className="mt-2 w-full rounded-panel border-2 border-watch bg-card p-5">
      {/* Sent also where nothing is chosen, so that nobody's answer is overwritten by silence. */}
      <input type="hidden" name={name} value="" form={form.id} />
      <RadioGroup
        field={field}
        required
        label={say(language, 'two_answers', { label: labelled(question, language) })}
        hint={say(language, 'who_was_first', { name: conflict.by })}
        options={[
          {
            value: 'theirs',
            label: (
              <>
                {say(language, 'keep_theirs', { name: conflict.by })} {said(conflict.theirs)}
              </>
            ),
          },
          {
            value: 'mine',
            label: (
              <>
                {say(language, 'use_mine')} {said(conflict.mine)}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
