import { Section, Summary } from '#app/ui/page.tsx';

export type Withdrawn = {
  reference: string;
  number: number;
  grade: string;
  indicator: string;
  reason: string | null;
  by: string | null;
};

/** What the audits took back before it was told, or on a dispute: the panel sees that there was more. */
export const WithdrawnFindings = ({ withdrawn }: { withdrawn: readonly Withdrawn[] }) =>
  withdrawn.length === 0 ? null : (
    <Section title="Withdrawn findings">
      <Summary
        items={withdrawn.map(({ reference, number, grade, indicator, reason, by }) => ({
          term: `${reference}/${number}, ${grade}, indicator ${indicator}`,
          value: `${by === null ? 'Withdrawn' : `Withdrawn by ${by}`}: ${reason ?? ''}`,
        }))}
      />
    </Section>
  );
