import { TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

import type { Left } from '../rules.ts';

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** What is still missing before fieldwork can be closed, each with the way there. */
export function LeftToDo({ auditId, left }: { auditId: string; left: Left }) {
  const { conflicts, open, unheard, unjudged, concerns, misuses, unfound } = left;
  const matters = [
    {
      count: conflicts,
      to: 'kept',
      label: counted(conflicts, 'conflict to resolve', 'conflicts to resolve'),
    },
    {
      count: open,
      to: 'indicators?show=open',
      label: counted(open, 'indicator to answer', 'indicators to answer'),
    },
    {
      count: unfound,
      to: 'indicators?show=nonconforming',
      label: counted(
        unfound,
        'indicator that does not conform, without a finding',
        'indicators that do not conform, without a finding',
      ),
    },
    {
      count: unheard,
      to: 'interviews',
      label: counted(unheard, 'worker without an outcome', 'workers without an outcome'),
    },
    {
      count: unjudged,
      to: 'effectiveness',
      label: counted(
        unjudged,
        'finding or observation of an earlier audit to look at',
        'findings and observations of earlier audits to look at',
      ),
    },
    {
      count: concerns,
      to: 'indicators',
      label: counted(concerns, 'concern of stage 1 to look at', 'concerns of stage 1 to look at'),
    },
    {
      count: misuses,
      to: 'misuses',
      label: counted(misuses, 'misuse of the certificate to raise', 'misuses of the certificate to raise'),
    },
  ].filter(({ count }) => count > 0);
  if (matters.length === 0) return null;
  return (
    <Card title="Still to be done before fieldwork closes" tone="stopped">
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {matters.map(({ to, label }) => (
          <li key={to}>
            <TextLink to={`/audits/${auditId}/${to}`}>{label}</TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
