import type { ReactNode } from 'react';

import { dayInWords, timeInWords } from '#app/platform/calendar.ts';

import type { Tone } from './status-tag.tsx';

type Entry = {
  id: string;
  at: string;
  what: ReactNode;
  who?: string | null | undefined;
  tone?: Tone | undefined;
};

const rings: Record<Tone, string> = {
  certified: 'border-accent',
  watch: 'border-watch',
  suspended: 'border-stopped',
  withdrawn: 'border-ended',
  applicant: 'border-info',
  neutral: 'border-accent',
};

const isDay = (at: string) => at.length === 10;

/** Who did what, when. `at` is a day or a moment, in ISO form. */
export function Timeline({
  entries,
  empty = 'Nothing has happened yet.',
}: {
  entries: readonly Entry[];
  empty?: ReactNode;
}) {
  if (entries.length === 0) return <p className="text-ink-2">{empty}</p>;
  return (
    <ol>
      {entries.map(({ id, at, what, who, tone = 'neutral' }) => (
        <li key={id} className="group relative ps-8 pb-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute start-2 top-3 bottom-0 -ms-px w-0.5 bg-line group-last:hidden"
          />
          <span
            aria-hidden="true"
            className={`absolute start-0 top-1 size-4 rounded-full border-3 bg-paper ${rings[tone]}`}
          />
          <p className="text-sm text-ink-2">
            <time dateTime={at}>{isDay(at) ? dayInWords(at) : timeInWords(at)}</time>
            {who ? `, ${who}` : null}
          </p>
          <div>{what}</div>
        </li>
      ))}
    </ol>
  );
}
