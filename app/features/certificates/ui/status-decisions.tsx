import { Timeline } from '#app/ui/timeline.tsx';

import { reasonNames, type ReasonClass } from '../model.ts';

type Decision = {
  position: number;
  action: string;
  reasonClass: string | null;
  note: string;
  decidedAt: Date | string;
  decidedBy: string;
};

const names: Record<string, string> = {
  issued: 'Issued',
  watched: 'Placed under watch',
  cleared: 'Watch ended',
  suspended: 'Suspended',
  reinstated: 'Suspension lifted',
  withdrawn: 'Withdrawn',
};
const tones: Record<string, 'certified' | 'watch' | 'suspended' | 'withdrawn'> = {
  issued: 'certified',
  watched: 'watch',
  cleared: 'certified',
  suspended: 'suspended',
  reinstated: 'certified',
  withdrawn: 'withdrawn',
};
const isReason = (text: string | null): text is ReasonClass =>
  text !== null && Object.hasOwn(reasonNames, text);

/** Every status with its reason and the note only the scheme reads. */
export const StatusDecisions = ({ decisions }: { decisions: readonly Decision[] }) => (
  <Timeline
    entries={decisions.map(({ position, action, reasonClass, note, decidedAt, decidedBy }) => ({
      id: String(position),
      at: new Date(decidedAt).toISOString(),
      who: decidedBy,
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
