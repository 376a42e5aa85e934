import type { SubmissionResult } from '@conform-to/react';

import { dayInWords } from '#app/platform/calendar.ts';
import { Actions, Button } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

import { inOneLine } from '../../../extension/added.ts';
import type { Covered } from '../../../scope/rules.ts';
import { refusalText } from '../../../ui/refusals.ts';
import type { CheckOutcome } from '../../model.ts';

type Check = {
  id: string;
  dueOn: string;
  outcome: CheckOutcome | null;
  note: string | null;
  removed: Covered;
  named: string[];
};

const said: Record<CheckOutcome, string> = {
  changed: 'Changed.',
  ended: 'Taken down.',
  unaffected: 'It says nothing of what left.',
};

/** What left the scope since a use was granted, and what its holder said of it. */
export const Checks = ({ checks }: { checks: readonly Check[] }) =>
  checks.length === 0 ? null : (
    <Section title="Since the scope covers less">
      {checks.map(({ id, dueOn, outcome, note, removed, named }) => (
        <Summary
          key={id}
          items={[
            { term: 'Covered no more', value: inOneLine(removed) },
            ...(named.length > 0 ? [{ term: 'Its words name', value: named.join('; ') }] : []),
            {
              term: 'What became of it',
              value: outcome ? `${said[outcome]} ${note ?? ''}` : `To be said by ${dayInWords(dueOn)}`,
            },
          ]}
        />
      ))}
    </Section>
  );

type Answer = { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;

const outcomes = [
  { value: 'changed', label: 'Changed', hint: 'It says nothing any more of what left the scope' },
  { value: 'ended', label: 'Taken down', hint: 'The public register does not list it any more' },
  { value: 'unaffected', label: 'Nothing had to change', hint: 'It never said anything of what left' },
];

export function ConfirmUseForm({ answer }: { answer: Answer }) {
  const [form, fields] = useFields<{ outcome: string; note: string }>('confirm', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <RadioGroup field={fields.outcome} label="What became of it" options={outcomes} />
      <TextArea field={fields.note} label="What you did" hint="The scheme reads this, and may look" />
      <Actions>
        <Button>Say so</Button>
      </Actions>
    </PageForm>
  );
}
