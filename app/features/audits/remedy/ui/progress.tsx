import { amountWithCode } from '#app/platform/payments/money.ts';

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
      <Row
        label="People made whole"
        words={`${number(people.madeWhole)} of ${number(people.affected)}`}
        share={people.madeWhole / Math.max(1, people.affected)}
      />
      {money.map(({ currency, owed, paid }) => (
        <Row
          key={currency}
          label={`Repaid in ${currency}`}
          words={`${amountWithCode({ amountMinor: paid, currency })} of ${amountWithCode({ amountMinor: owed, currency })}`}
          share={paid / Math.max(1, owed)}
        />
      ))}
    </tbody>
  </table>
);

const Row = ({ label, words, share }: { label: string; words: string; share: number }) => (
  <tr>
    <th scope="row" className="py-1.5 pe-4 text-start leading-snug font-normal">
      {label}
    </th>
    <td className="py-1.5 pe-4 text-end font-semibold tabular-nums">{words}</td>
    <td className="w-1/3 py-1.5">
      <svg aria-hidden="true" width="100%" height="16" className="block text-accent rtl:-scale-x-100">
        <rect width="100%" height="16" rx="4" className="fill-heat-0" />
        <rect width={`${100 * share}%`} height="16" rx="4" fill="currentColor" />
      </svg>
    </td>
  </tr>
);
