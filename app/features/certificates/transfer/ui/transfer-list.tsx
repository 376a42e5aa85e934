import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Summary } from '#app/ui/page.tsx';

import type { Certificate } from '../../model.ts';

type Opened = { name: string; reference: string; seenAt: Date | string };
type Asked = {
  body: string;
  state: string;
  answer: string | null;
  askedAt: Date | string;
  dueOn: string;
  opened: readonly Opened[];
};
type Props = {
  transfers: readonly Asked[];
  certificate: { status: Certificate['status']; validUntil: string };
  today: string;
};

const answers: Record<string, string> = {
  accepted: 'Taken over: it goes on under a new number.',
  declined: 'Declined.',
  lapsed: 'Not answered in time.',
};

const waitingWords = (dueOn: string, today: string) =>
  dueOn < today ? `Did not answer by ${dayInWords(dueOn)}.` : `Answers by ${dayInWords(dueOn)}.`;

const openedWords = ({ name, reference, seenAt }: Opened) =>
  `${name} opened the report of ${reference} on ${dayInWords(dayOf(new Date(seenAt)))}.`;

/** Who was asked to take the certificate over, what came of it, and the way to ask. */
export function TransferList({ transfers, certificate: { status, validUntil }, today }: Props) {
  const counts = (status === 'active' || status === 'active_under_watch') && validUntil >= today;
  const waits = transfers.some(({ state, dueOn }) => state === 'requested' && dueOn >= today);
  return (
    <>
      {transfers.length === 0 ? (
        <p>You may ask another approved audit body to take your certificate over.</p>
      ) : (
        <Summary
          items={transfers.map(({ body, state, answer, askedAt, dueOn, opened }) => ({
            term: dayInWords(dayOf(new Date(askedAt))),
            value: [
              `${body}. ${answers[state] ?? waitingWords(dueOn, today)} ${answer ?? ''}`,
              ...opened.map(openedWords),
            ].join(' '),
          }))}
        />
      )}
      {counts && !waits ? (
        <Actions>
          <ButtonLink to="/certificate/transfer" kind="secondary">
            Change the audit body
          </ButtonLink>
        </Actions>
      ) : null}
    </>
  );
}
