import { amountWithCode } from '#app/platform/payments/money.ts';
import { Section, Summary } from '#app/ui/page.tsx';

type OfApplication = {
  applicationId: string;
  reference: string;
  own: boolean;
  remedies: number;
  completed: number;
  affected: number;
  madeWhole: number;
  money: readonly { currency: string; owed: number; paid: number }[];
};
export type Remedies = { of: readonly OfApplication[]; notOpened: number };

/** What workers were owed by the findings of the recruiter, application by application, and what came back to them. */
export const RemedyTotals = ({ remedies: { of, notOpened } }: { remedies: Remedies }) => (
  <Section title="Remedy for workers">
    {notOpened > 0 && (
      <p>
        {notOpened === 1 ? 'One finding' : `${notOpened} findings`} of this recruiter harmed workers, and its
        remedy is not opened: nobody has written down who they are and what they are owed. Nothing is granted
        before.
      </p>
    )}
    {of.length === 0 && notOpened === 0 ? <p>No finding of this recruiter called for a remedy.</p> : null}
    {of.map((one) => (
      <article key={one.applicationId} className="keep">
        <h3 className="mb-2">
          {one.own ? `This application, ${one.reference}` : `Another application, ${one.reference}`}
        </h3>
        <Summary
          items={[
            { term: 'Remedies', value: `${one.remedies}, complete: ${one.completed}` },
            { term: 'Workers', value: `${one.affected} affected, made whole: ${one.madeWhole}` },
            ...one.money.map(({ currency, owed, paid }) => ({
              term: `In ${currency}`,
              value: `${amountWithCode({ amountMinor: paid, currency })} paid of ${amountWithCode({ amountMinor: owed, currency })}`,
            })),
          ]}
        />
      </article>
    ))}
  </Section>
);
