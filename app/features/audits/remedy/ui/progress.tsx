import { amountWithCode } from '#app/platform/payments/money.ts';
import { ShareRow } from '#app/ui/charts/share-row.tsx';

import type { Progress } from '../model.ts';

/** The same in one line, for lists and reports: "5 of 8 people made whole, NPR 600.00 of NPR 960.00 repaid". */
export const progressInWords = ({ people, money }: Progress) =>
  [
    `${number(people.madeWhole)} of ${number(people.affected)} people made whole`,
    ...money.map(
      ({ currency, owed, paid }) =>
        `${amountWithCode({ amountMinor: paid, currency })} of ${amountWithCode({ amountMinor: owed, currency })} repaid`,
    ),
  ].join(', ');

const number = (count: number) => count.toLocaleString('en-GB');

/** Money repaid, each currency by itself, and people made whole: a bar to look at, the numbers to read. */
export const RemedyProgress = ({ people, money }: Progress) => (
  <table className="w-full">
    <caption className="pb-2 text-start text-sm text-ink-2">How far it is made good</caption>
    <tbody>
      <ShareRow
        label="People made whole"
        words={`${number(people.madeWhole)} of ${number(people.affected)}`}
        share={people.madeWhole / Math.max(1, people.affected)}
      />
      {money.map(({ currency, owed, paid }) => (
        <ShareRow
          key={currency}
          label={`Repaid in ${currency}`}
          words={`${amountWithCode({ amountMinor: paid, currency })} of ${amountWithCode({ amountMinor: owed, currency })}`}
          share={paid / Math.max(1, owed)}
        />
      ))}
    </tbody>
  </table>
);
