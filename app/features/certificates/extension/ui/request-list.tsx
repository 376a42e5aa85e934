import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Summary } from '#app/ui/page.tsx';

import type { Certificate } from '../../model.ts';
import type { Covered } from '../../scope/rules.ts';
import { inOneLine } from './added.ts';

type Request = {
  id: string;
  state: 'requested' | 'extended' | 'refused';
  added: Covered;
  answer: string | null;
  askedAt: Date | string;
};
type Props = {
  requests: readonly Request[];
  certificate: { status: Certificate['status']; validUntil: string };
  today: string;
};

const answers = { requested: 'The scheme has not answered yet.', extended: 'Granted.', refused: 'Refused.' };

/** What was asked for and what became of it, and the way to ask. */
export function RequestList({ requests, certificate: { status, validUntil }, today }: Props) {
  const counts = (status === 'active' || status === 'active_under_watch') && validUntil >= today;
  const open = requests.some(({ state }) => state === 'requested');
  return (
    <>
      {requests.length === 0 ? (
        <p>Your certificate covers the corridors, sectors and offices above, and nothing beyond them.</p>
      ) : (
        <Summary
          items={requests.map(({ state, added, answer, askedAt }) => ({
            term: dayInWords(dayOf(new Date(askedAt))),
            value: `${inOneLine(added)}. ${answers[state]} ${answer ?? ''}`,
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
