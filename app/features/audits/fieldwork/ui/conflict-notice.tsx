import { ButtonLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

import { presenceWords, type Present } from './indicator-list.tsx';

type Props = { auditId: string; code: string; conflicts: readonly { by: string }[] };

/** Says before anybody writes on that two wordings wait for a choice. */
export function ConflictNotice({ auditId, code, conflicts }: Props) {
  if (conflicts.length === 0) return null;
  const who = [...new Set(conflicts.map(({ by }) => by))].join(' and ');
  return (
    <Card title="Worded differently by two" tone="stopped">
      <p>{`${who} worked on this indicator without a network and wrote something else. Fieldwork cannot close before somebody says what holds.`}</p>
      <ButtonLink to={`/audits/${auditId}/indicators/${code}/resolve`} size="small">
        Compare and choose
      </ButtonLink>
    </Card>
  );
}

/** Who else has this very indicator open: words before two write the same thing. */
export function PresenceNotice({ code, present }: { code: string; present: readonly Present[] }) {
  const who = present.filter((one) => one.code === code).map(({ name }) => name);
  return who.length === 0 ? null : (
    <p className="text-accent">{`${presenceWords(who)} at the moment, or had it two minutes ago.`}</p>
  );
}
