import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Trend } from '#app/ui/charts/trend.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

type Attempt = {
  attempt: number;
  startedAt: Date;
  completedAt: Date | null;
  indicators: number;
  whole: number;
};

export function AttemptTable({ attempts }: { attempts: readonly Attempt[] }) {
  return (
    <DataTable
      caption="The latest first"
      columns={[
        {
          key: 'attempt',
          header: 'Self-assessment',
          main: true,
          cell: ({ attempt, completedAt }) => (
            <TextLink to={`/self-assessment/${attempt}${completedAt ? '/result' : ''}`}>
              {`Number ${attempt}`}
            </TextLink>
          ),
        },
        { key: 'begun', header: 'Begun', cell: ({ startedAt }) => dayInWords(dayOf(new Date(startedAt))) },
        {
          key: 'completed',
          header: 'Completed',
          cell: ({ completedAt, whole, indicators }) =>
            completedAt
              ? dayInWords(dayOf(new Date(completedAt)))
              : `Under way, ${whole} of ${indicators} indicators answered`,
        },
      ]}
      rows={attempts}
      empty={{ title: 'No self-assessment yet', text: 'Each attempt stands here with its result.' }}
    />
  );
}

type Moved = { attempt: number; maturity: number | undefined; change: number | undefined };

/** How the whole moved over attempts; nothing to draw before there are two. */
export function MaturityTrend({ moved }: { moved: readonly Moved[] }) {
  if (moved.length < 2) return null;
  return (
    <Section title="How it moved">
      <Trend
        caption="Mean maturity of everything that applies, 0 to 4"
        measure="Maturity"
        max={4}
        points={moved.map(({ attempt, maturity, change }) => ({
          label: `Self-assessment ${attempt}`,
          value: maturity,
          note: change === undefined ? undefined : changeInWords(change),
        }))}
      />
    </Section>
  );
}

const changeInWords = (change: number) =>
  Math.abs(change) < 0.05 ? 'as before' : `${change > 0 ? 'up' : 'down'} ${Math.abs(change).toFixed(1)}`;
