import { grades } from '#app/features/scheme/model.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { BurnDown } from '#app/ui/charts/burn-down.tsx';
import { DateField, queryField } from '#app/ui/fields.tsx';
import { HeatMap } from '#app/ui/figures.tsx';
import { Section } from '#app/ui/page.tsx';
import { Filters } from '#app/ui/table.tsx';

import { gradeNames } from '../../findings/model.ts';
import { correctedGrades, type Period } from '../model.ts';
import type { Pictured } from '../pictured.server.ts';

/** Findings by principle and grade, and how corrective actions are worked off. */
export const Pictures = ({ pictures: { heat, standings, period, filtered } }: { pictures: Pictured }) => (
  <>
    {filtered ? <PeriodFilter period={period} /> : null}
    <Section title="Findings by principle and grade">
      <p className="text-sm text-ink-2">
        {filtered ? `Raised ${inWords(period)}. ` : ''}Those withdrawn are not counted.
      </p>
      <HeatMap
        caption="Findings by principle and grade"
        columns={grades.map((grade) => gradeNames[grade])}
        rows={heat}
      />
    </Section>
    <Section title="Corrective actions still open">
      <p className="text-sm text-ink-2">
        A bar for each day shows what was open; the broken line shows what would be left if each ended on its
        last day.
      </p>
      <BurnDown
        caption="Corrective actions open, by grade"
        layers={correctedGrades.map((grade) => gradeNames[grade])}
        planned="Left by plan"
        late="Late"
        points={standings.map(({ on, open, late, planned }) => ({
          label: dayInWords(on),
          layers: open && correctedGrades.map((grade) => open[grade]),
          late,
          planned,
        }))}
      />
    </Section>
  </>
);

const inWords = ({ from, until }: Period) => `from ${dayInWords(from)} to ${dayInWords(until)}`;

const PeriodFilter = ({ period: { from, until } }: { period: Period }) => (
  <Filters>
    <DateField field={queryField('from', from)} label="From" />
    <DateField field={queryField('until', until)} label="Until" />
  </Filters>
);
