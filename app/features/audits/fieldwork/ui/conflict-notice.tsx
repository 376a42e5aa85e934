import { ButtonLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

import { addressOfIndicator, type IndicatorFilter } from '../list/filter.ts';

type Props = {
  auditId: string;
  code: string;
  filter: IndicatorFilter;
  conflicts: readonly { by: string }[];
};

/** Says before anybody writes on that two wordings wait for a choice. */
export function ConflictNotice({ auditId, code, filter, conflicts }: Props) {
  if (conflicts.length === 0) return null;
  const who = [...new Set(conflicts.map(({ by }) => by))].join(' and ');
  return (
    <Card title="Worded differently by two" tone="stopped">
      <p>{`${who} worked on this indicator without a network and wrote something else. Fieldwork cannot close before somebody says what holds.`}</p>
      <ButtonLink to={addressOfIndicator(auditId, code, filter, '/resolve')} size="small">
        Compare and choose
      </ButtonLink>
    </Card>
  );
}
