import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Summary } from '#app/ui/page.tsx';

import type { Certificate } from '../../model.ts';
import type { Covered } from '../../scope/rules.ts';
import type { RequestState } from '../model.ts';
import { inOneLine } from '../added.ts';

type Request = {
  id: string;
  certificateId: string;
  state: RequestState;
  added: Covered;
  answer: string | null;
  review: string | null;
  auditDueOn: string | null;
  /** The appeal that brought it back to the panel. */
  appealId: string | null;
  askedAt: Date | string;
};
type Props = {
  requests: readonly Request[];
  certificate: { id: string; status: Certificate['status']; validUntil: string };
  today: string;
};

const answers: Record<RequestState, string> = {
  requested: 'The scheme has not answered yet.',
  audit_needed: 'It is audited first, then the decision panel answers.',
  extended: 'Granted.',
  refused: 'Refused.',
  carried: 'It goes on with the certificate that took the place of this one.',
  ended: 'Not answered before its certificate ended.',
};
/** The answer with its reasons, or what the audit has to look at and by when. */
const wordsOf = ({ state, answer, review, auditDueOn, appealId }: Request) =>
  state === 'audit_needed' && appealId
    ? 'Your appeal against the refusal was upheld. The decision panel decides again, by members who did not vote on it before.'
    : state === 'audit_needed' && auditDueOn
      ? `${answers[state]} The audit has to be done by ${dayInWords(auditDueOn)}. ${review ?? ''}`
      : `${answers[state]} ${answer ?? ''}`;

/** What was asked for and what became of it, and the way to ask. */
export function RequestList({ requests, certificate: { id, status, validUntil }, today }: Props) {
  const counts = (status === 'active' || status === 'active_under_watch') && validUntil >= today;
  // Of the certificate that stands: one that ended keeps nobody from asking.
  const open = requests.some(
    ({ certificateId, state }) => certificateId === id && (state === 'requested' || state === 'audit_needed'),
  );
  return (
    <>
      {requests.length === 0 ? (
        <p>Your certificate covers the corridors, sectors and offices above, and nothing beyond them.</p>
      ) : (
        <Summary
          items={requests.map((request) => ({
            term: dayInWords(dayOf(new Date(request.askedAt))),
            value: `${inOneLine(request.added)}. ${wordsOf(request)}`,
          }))}
        />
      )}
      {counts && !open ? (
        <Actions>
          <ButtonLink to="/certificate/extend" kind="secondary">
            Ask for a wider scope
          </ButtonLink>
        </Actions>
      ) : null}
    </>
  );
}
