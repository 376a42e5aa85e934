import { writeCsv } from '#app/platform/tables/write-csv.server.ts';

import { titles } from './columns.ts';
import { figures, leastComplaints, type Shown } from './rules.ts';

/** The same figures as a table for programs: shares in percent, and empty what would stand for too few. */
export const figuresAsCsv = (periods: readonly Shown[]) =>
  writeCsv<Shown>(
    [
      { title: 'Year', value: ({ year }) => year },
      { title: 'Quarter', value: ({ quarter }) => quarter },
      ...figures.map((figure) => ({ title: titles[figure], value: (period: Shown) => period[figure] })),
    ],
    periods,
    [`Empty: not shown, because it would tell of fewer than ${leastComplaints} complaints`],
  );
