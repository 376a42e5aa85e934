import { dayInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { DataTable } from '#app/ui/table.tsx';

import { moneyInWords, purposeNames } from '../../model.ts';
import { sizeNames, type FeeSchedule } from '../model.ts';

/** The countries of a tier, in words; the rest of the world for the one that is not named. */
function whoIsIn({ tiers, otherTier }: FeeSchedule, tier: string) {
  const countries = Object.entries(tiers)
    .filter(([, each]) => each === tier)
    .map(([code]) => countryName(code))
    .sort((a, b) => a.localeCompare(b, 'en'));
  return [...countries, ...(tier === otherTier ? ['every other country'] : [])].join(', ');
}

/** A fee schedule for reading: for what, from where, from which size on, how much. */
export function FeeTable({ schedule }: { schedule: FeeSchedule }) {
  const size = sizeNames[schedule.sizeBy];
  return (
    <DataTable
      caption={`In force since ${dayInWords(schedule.validFrom)}. Agencies pay these fees; workers pay none of them, directly or indirectly.`}
      columns={[
        { key: 'purpose', header: 'For', main: true, cell: (line) => purposeNames[line.purpose] },
        { key: 'tier', header: 'Agencies in', cell: (line) => whoIsIn(schedule, line.tier) },
        {
          key: 'size',
          header: 'Size',
          cell: (line) =>
            line.sizeFrom === 0 ? 'Any' : `${line.sizeFrom.toLocaleString('en-GB')} ${size} or more`,
        },
        { key: 'amount', header: 'Fee', align: 'end', cell: (line) => moneyInWords(line) },
      ]}
      rows={schedule.lines}
      empty={{ title: 'No fees', text: 'This schedule asks for none.' }}
    />
  );
}
