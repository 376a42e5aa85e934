import { useNonce } from '#app/ui/parts/nonce.ts';

import { wordsAt, wordsOfTeam, type Present } from '../rules.ts';

type TeamProps = { auditId: string; code?: string; present: readonly Present[] };

/**
 * Where the others of the team are. The page says it as it is loaded; where scripts run, it asks again while somebody
 * works on it, and says that this indicator is still open.
 */
export function TeamPresence({ auditId, code, present }: TeamProps) {
  const nonce = useNonce();
  const words = wordsOfTeam(present);
  return (
    <p
      data-presence={`/audits/${auditId}/presence${code ? `?code=${code}` : ''}`}
      hidden={words === ''}
      className="text-sm text-ink-2 print:hidden"
    >
      <span className="font-semibold">Others at work: </span>
      <span data-presence-team="">{words}</span>
      <script type="module" src="/fieldwork-presence.js" nonce={nonce} />
    </p>
  );
}

/** Who else has this very indicator open: words before two write the same thing. */
export const PresenceNotice = ({ code, present }: { code: string; present: readonly Present[] }) => (
  <p role="status" data-presence-at={code} className="font-semibold text-accent empty:hidden">
    {wordsAt(code, present)}
  </p>
);

/** The same beside an indicator in a list. */
export const PresenceAt = ({ code, present }: { code: string; present: readonly Present[] }) => (
  <span data-presence-at={code} className="block text-sm font-normal text-accent empty:hidden">
    {wordsAt(code, present)}
  </span>
);
