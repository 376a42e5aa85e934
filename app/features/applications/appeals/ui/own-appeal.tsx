import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

import { refusalText } from '../../ui/refusals.ts';
import { OutcomeTag } from './appeal-table.tsx';

type Lodged = {
  grounds: string;
  lodgedAt: Date | string;
  dueOn: string;
  outcome: string | null;
  reasons: string | null;
  /** The matter that an appeal against the panel's refusal brought back, and until when it is decided. */
  againState: string | null;
  againBy: string | null;
};
type Own = {
  reference: string;
  state: string;
  until: string | null;
  decisionDays: number;
  lodged?: Lodged | undefined;
} | null;
type Props = { own: Own; today: string; answer: FormAnswer };

const back = { to: '/apply', label: 'Your application' };

/** The applicant's side of an appeal: how to lodge it, and what became of it. */
export function OwnAppeal({ own, today, answer }: Props) {
  const open = own !== null && own.state !== 'appealed' && own.until !== null && own.until >= today;
  return (
    <>
      <PageHeader
        title="Appeal against a decision"
        eyebrow={own?.reference}
        back={back}
        lead={open ? lead(own.until ?? '', own.decisionDays) : undefined}
      />
      {own?.lodged ? <LodgedAppeal lodged={own.lodged} /> : null}
      {open && own.lodged?.outcome !== 'dismissed' ? (
        <Grounds answer={answer} />
      ) : own?.lodged ? null : (
        <EmptyState title="Nothing to appeal against">
          An appeal is possible within 30 days of a rejection or a refusal. There is none now.
        </EmptyState>
      )}
    </>
  );
}

const lead = (until: string, days: number) =>
  `You may appeal until ${dayInWords(until)}. People who had no part in the decision look at it and answer within ${days} days. The decision stands until then.`;

const LodgedAppeal = ({
  lodged: { grounds, lodgedAt, dueOn, outcome, reasons, againState, againBy },
}: {
  lodged: Lodged;
}) => (
  <Section title="Your appeal" aside={<OutcomeTag outcome={outcome} />}>
    <Summary
      items={[
        { term: 'Lodged', value: timeInWords(lodgedAt) },
        { term: 'What you said', value: grounds },
        outcome
          ? { term: 'Our answer', value: reasons }
          : { term: 'You hear from us by', value: dayInWords(dueOn) },
        ...(againState === 'open' && againBy !== null
          ? [
              {
                term: 'What follows',
                value: `The decision panel decides again by ${dayInWords(againBy)}, by members who did not vote on the refusal.`,
              },
            ]
          : []),
      ]}
    />
  </Section>
);

function Grounds({ answer }: { answer: FormAnswer }) {
  const [form, fields] = useFields<{ grounds: string }>('appeal', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <TextArea
        field={fields.grounds}
        label="Why the decision is wrong"
        hint="Which facts were missed or misread, and what shows it"
        rows={10}
      />
      <Actions>
        <Button>Lodge the appeal</Button>
        <ButtonLink to="/apply" kind="secondary">
          Not now
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
