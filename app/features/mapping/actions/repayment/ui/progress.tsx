import { amountWithCode } from '#app/platform/payments/money.ts';
import { ShareRow } from '#app/ui/charts/share-row.tsx';

import type { Entry } from '../model.ts';
import { moneyOf, peopleOf } from '../rules.ts';

const number = (count: number) => count.toLocaleString('en-GB');

/** "NPR 600.00 of NPR 960.00", and what was paid beyond it. */
function moneyInWords({ currency, owed, paid, over }: ReturnType<typeof moneyOf>[number]) {
  const of = (amountMinor: number) => amountWithCode({ amountMinor, currency });
  return `${of(paid)} of ${of(owed)}${over > 0 ? `, ${of(over)} of it more than was owed` : ''}`;
}

/** The same in one line, for lists: "5 of 8 people made whole, NPR 600.00 of NPR 960.00 repaid". */
export function progressInWords(entries: readonly Entry[]) {
  const { affected, madeWhole, confirmed } = peopleOf(entries);
  return [
    `${number(madeWhole)} of ${number(affected)} people made whole, ${number(confirmed)} of them confirm it`,
    ...moneyOf(entries).map((money) => `${moneyInWords(money)} repaid`),
  ].join(', ');
}

/** Money repaid, each currency by itself, and people made whole: a bar to look at, the numbers to read. */
export function RepaymentProgress({ entries }: { entries: readonly Entry[] }) {
  const { affected, madeWhole, confirmed } = peopleOf(entries);
  const all = Math.max(1, affected);
  return (
    <table className="w-full">
      <caption className="pb-2 text-start text-sm text-ink-2">How far it is made good</caption>
      <tbody>
        <ShareRow
          label="People made whole"
          words={`${number(madeWhole)} of ${number(affected)}`}
          share={madeWhole / all}
        />
        <ShareRow
          label="Confirmed by workers"
          words={`${number(confirmed)} of ${number(affected)}`}
          share={confirmed / all}
        />
        {moneyOf(entries).map((money) => (
          <ShareRow
            key={money.currency}
            label={`Repaid in ${money.currency}`}
            words={moneyInWords(money)}
            share={Math.min(1, money.paid / Math.max(1, money.owed))}
          />
        ))}
      </tbody>
    </table>
  );
}
