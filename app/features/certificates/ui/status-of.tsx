import { StatusTag } from '#app/ui/status-tag.tsx';

const names = {
  active: 'In force',
  active_under_watch: 'Under watch',
  suspended: 'Suspended',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded',
  transferred: 'Transferred',
};
const tones = {
  active: 'certified',
  active_under_watch: 'watch',
  suspended: 'suspended',
  expired: 'withdrawn',
  withdrawn: 'withdrawn',
  superseded: 'withdrawn',
  transferred: 'withdrawn',
} as const;

export const statusOptions = Object.entries(names).map(([value, label]) => ({ value, label }));

type Props = { certificate: { status: keyof typeof names; validUntil: string }; today: string };
const finals: readonly string[] = ['withdrawn', 'superseded', 'transferred'];

/** The status the scheme set, or that the days of the certificate are over: derived, so that no job has to have run. */
export function StatusOf({ certificate: { status, validUntil }, today }: Props) {
  const shown = validUntil < today && !finals.includes(status) ? 'expired' : status;
  return <StatusTag tone={tones[shown]}>{names[shown]}</StatusTag>;
}
