import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Summary } from '#app/ui/page.tsx';

import { isUnheld, moves, type Certificate, type ReasonClass } from '../../model.ts';

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
  certificate: { status: Certificate['status']; reasonClass?: ReasonClass; validUntil: string };
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
export function TransferList({ transfers, certificate, today }: Props) {
  const open = moves(certificate) && certificate.validUntil >= today;
  const waits = transfers.some(({ state, dueOn }) => state === 'requested' && dueOn >= today);
  return (
    <>
      {transfers.length === 0 ? (
        <p>
          You may ask another approved audit body to take your certificate over.
          {isUnheld(certificate) ? ' The suspension goes along until the surveillance is held there.' : ''}
        </p>
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
      {open && !waits ? (
        <Actions>
          <ButtonLink to="/certificate/transfer" kind="secondary">
            Change the audit body
          </ButtonLink>
        </Actions>
      ) : null}
    </>
  );
}
