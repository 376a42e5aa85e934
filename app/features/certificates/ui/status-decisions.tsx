import { Timeline } from '#app/ui/timeline.tsx';

import { reasonNames, type ReasonClass } from '../model.ts';

type Decision = {
  position: number;
  action: string;
  reasonClass: string | null;
  note: string;
  decidedAt: Date | string;
  decidedBy: string | null;
  cause: string | null;
};

const names: Record<string, string> = {
  issued: 'Issued',
  watched: 'Placed under watch',
  cleared: 'Watch ended',
  suspended: 'Suspended',
  reinstated: 'Suspension lifted',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded by a new certificate',
  transferred: 'Transferred to another audit body',
  carried: 'As the certificate before it was',
  stayed: 'Stayed until an appeal is decided',
  upheld: 'An appeal was upheld',
  resumed: 'An appeal was dismissed',
};
const causes: Record<string, string> = {
  finding: 'By a finding',
  audit: 'By an audit',
  licence: 'By the state licence',
  complaint: 'By a special audit',
  clock: 'By the clock, as announced',
};
const tones: Record<string, 'certified' | 'watch' | 'suspended' | 'withdrawn'> = {
  issued: 'certified',
  watched: 'watch',
  cleared: 'certified',
  suspended: 'suspended',
  reinstated: 'certified',
  withdrawn: 'withdrawn',
  superseded: 'withdrawn',
  transferred: 'withdrawn',
  carried: 'watch',
  stayed: 'watch',
  upheld: 'certified',
  resumed: 'suspended',
};
const isReason = (text: string | null): text is ReasonClass =>
  text !== null && Object.hasOwn(reasonNames, text);

/** Every status with its reason and the note only the scheme reads. */
export const StatusDecisions = ({ decisions }: { decisions: readonly Decision[] }) => (
  <Timeline
    entries={decisions.map(({ position, action, reasonClass, note, decidedAt, decidedBy, cause }) => ({
      id: String(position),
      at: new Date(decidedAt).toISOString(),
      who: decidedBy ?? causes[cause ?? ''],
      what: (
        <>
          <strong>{names[action] ?? action}</strong>
          {isReason(reasonClass) ? `: ${reasonNames[reasonClass].toLowerCase()}` : ''}
          <span className="block text-ink-2">{note}</span>
        </>
      ),
      tone: tones[action],
    }))}
  />
);
