import { amountWithCode } from '#app/platform/payments/money.ts';
import { Section, Summary } from '#app/ui/page.tsx';

export type Remedies = {
  remedies: number;
  completed: number;
  affected: number;
  madeWhole: number;
  money: readonly { currency: string; owed: number; paid: number }[];
};

/** What workers were owed by the findings, and what came back to them. */
export const RemedyTotals = ({ remedies }: { remedies: Remedies }) => (
  <Section title="Remedy for workers">
    {remedies.remedies === 0 ? (
      <p>No finding of this recruiter called for a remedy.</p>
    ) : (
      <Summary
        items={[
          { term: 'Remedies', value: `${remedies.remedies}, complete: ${remedies.completed}` },
          { term: 'Workers', value: `${remedies.affected} affected, made whole: ${remedies.madeWhole}` },
          ...remedies.money.map(({ currency, owed, paid }) => ({
            term: `In ${currency}`,
            value: `${amountWithCode({ amountMinor: paid, currency })} paid of ${amountWithCode({ amountMinor: owed, currency })}`,
          })),
        ]}
      />
    )}
  </Section>
);
