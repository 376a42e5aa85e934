import { dayInWords } from '#app/platform/calendar.ts';
import { Actions, Button } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
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
  /** Its holder has to say it still. */
  open: boolean;
};

const said: Record<CheckOutcome, string> = {
  changed: 'Changed.',
  ended: 'Taken down.',
  unaffected: 'It says nothing of what left.',
};

function became({ dueOn, outcome, note, open }: Check) {
  if (outcome) return `${said[outcome]} ${note ?? ''}`;
  return open ? `To be said by ${dayInWords(dueOn)}` : 'Not asked any more.';
}

/** What left the scope since a use was granted, and what its holder said of it. */
export const Checks = ({ checks }: { checks: readonly Check[] }) =>
  checks.length === 0 ? null : (
    <Section title="Since the scope covers less">
      {checks.map((check) => (
        <Summary
          key={check.id}
          items={[
            { term: 'Covered no more', value: inOneLine(check.removed) },
            ...(check.named.length > 0 ? [{ term: 'Its words name', value: check.named.join('; ') }] : []),
            { term: 'What became of it', value: became(check) },
          ]}
        />
      ))}
    </Section>
  );

const outcomes = [
  { value: 'changed', label: 'Changed', hint: 'It says nothing any more of what left the scope' },
  { value: 'ended', label: 'Taken down', hint: 'The public register does not list it any more' },
  { value: 'unaffected', label: 'Nothing had to change', hint: 'It never said anything of what left' },
];

export function ConfirmUseForm({ answer }: { answer: FormAnswer }) {
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
