import { StatusTag } from '#app/ui/status-tag.tsx';

const names = {
  active: 'In force',
  active_under_watch: 'Under watch',
  suspended: 'Suspended',
  withdrawn: 'Withdrawn',
};
const tones = {
  active: 'certified',
  active_under_watch: 'watch',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
} as const;

export const statusOptions = Object.entries(names).map(([value, label]) => ({ value, label }));

/** The status the scheme set; whether the certificate has also come to its end is said beside it. */
export const StatusOf = ({ certificate: { status } }: { certificate: { status: keyof typeof names } }) => (
  <StatusTag tone={tones[status]}>{names[status]}</StatusTag>
);
