import { amountWithCode } from '#app/platform/payments/money.ts';
import { Section, Summary } from '#app/ui/page.tsx';

export type Remedies = {
  remedies: number;
  notOpened: number;
  completed: number;
  affected: number;
  madeWhole: number;
  money: readonly { currency: string; owed: number; paid: number }[];
};

/** What workers were owed by the findings, and what came back to them. */
export const RemedyTotals = ({ remedies }: { remedies: Remedies }) => (
  <Section title="Remedy for workers">
    {remedies.notOpened > 0 && (
      <p>
        {remedies.notOpened === 1 ? 'One finding' : `${remedies.notOpened} findings`} of this recruiter harmed
        workers, and its remedy is not opened: nobody has written down who they are and what they are owed.
        Nothing is granted before.
      </p>
    )}
    {remedies.remedies === 0 ? (
      remedies.notOpened === 0 && <p>No finding of this application called for a remedy.</p>
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
