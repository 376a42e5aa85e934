import { dayOf, timeInWords, untilInWords } from '#app/platform/calendar.ts';
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx';

import type { ComplaintState } from '../../complaints/model.ts';
import { stateNames } from './words.ts';

const tones: Record<ComplaintState, Tone> = {
  ...{
    received: 'applicant',
    safety_triage: 'applicant',
    acknowledged: 'applicant',
    admissibility: 'applicant',
  },
  ...{ routed: 'applicant', investigating: 'applicant', finding: 'watch', remedy_agreed: 'watch' },
  ...{
    remedy_delivered: 'watch',
    confirmed_by_worker: 'certified',
    closed: 'withdrawn',
    monitored: 'certified',
  },
  ...{ withdrawn: 'withdrawn', inadmissible: 'withdrawn', appealed: 'watch' },
};

export const StateTag = ({ state }: { state: ComplaintState }) => (
  <StatusTag tone={tones[state]}>{stateNames[state]}</StatusTag>
);

type Flags = { danger: boolean; child: boolean; reprisal: boolean; severe?: boolean };

/** What comes before every clock. */
export function FlagTags({ danger, child, reprisal, severe = false }: Flags) {
  const flags = [
    ...(danger ? ['In danger'] : []),
    ...(child ? ['A child'] : []),
    ...(reprisal ? ['Reprisal'] : []),
    ...(severe ? ['Severe'] : []),
  ];
  return (
    <span className="inline-flex flex-wrap gap-2">
      {flags.map((flag) => (
        <StatusTag key={flag} tone="suspended">
          {flag}
        </StatusTag>
      ))}
    </span>
  );
}

const hour = 3_600_000;

/** Within a day in hours, else in days; late in words and colour. */
export function Clock({ due, now }: { due: Date | null; now: Date }) {
  if (due === null) return <span>No clock runs</span>;
  const left = due.getTime() - now.getTime();
  const late = left < 0;
  const hours = Math.ceil(Math.abs(left) / hour);
  const counted = hours === 1 ? '1 hour' : `${hours} hours`;
  const words =
    hours > 48 ? untilInWords(dayOf(due), dayOf(now)) : late ? `${counted} late` : `in ${counted}`;
  return (
    <span className={late ? 'font-semibold text-stopped' : ''}>
      <time dateTime={due.toISOString()}>{timeInWords(due)}</time>
      {`, ${words}`}
    </span>
  );
}
