import { amountWithCode } from '#app/platform/payments/money.ts';
import { Summary } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { Terms } from '../model.ts';

const gradeNames = { critical: 'Critical', major: 'Major', minor: 'Minor' };

const days = (count: number | null) => (count === null ? 'none' : `${count} days`);

/** Fee, days and validity of a version, for reading. */
export function TermsTables({ terms: { fees, clocks, panel, validityMonths } }: { terms: Terms }) {
  const fee = amountWithCode(fees.application);
  const grades = (['critical', 'major', 'minor'] as const).map((grade) => ({
    grade,
    ...clocks.findings[grade],
  }));
  return (
    <>
      <Summary
        items={[
          {
            term: 'Application fee',
            value: `${fee}, paid within ${days(clocks.paymentDays)}. Workers pay nothing, ever.`,
          },
          {
            term: 'Review',
            value: `Within ${days(clocks.reviewDays)} of the payment; ${days(clocks.deferralDays)} to answer when more is asked`,
          },
          {
            term: 'Decision',
            value: `Within ${days(clocks.decisionDays)} of the finished audit; ${days(clocks.appealDays)} to appeal`,
          },
          {
            term: 'Decision panel',
            value: `${panel.quorum === 1 ? 'One vote makes' : `${panel.quorum} votes make`} a decision, of people who had no part in the audit; an appeal is decided within ${days(panel.appealDecisionDays)} by others`,
          },
          { term: 'Validity', value: `${validityMonths / 12} years, with an audit each year` },
        ]}
      />
      <DataTable
        caption="Days by grade of the finding: of a critical one from the moment it is raised, else from the final report"
        columns={[
          {
            key: 'grade',
            header: 'Grade',
            main: true,
            cell: (row) => gradeNames[row.grade],
          },
          { key: 'contain', header: 'Stop the harm', cell: (row) => days(row.contain) },
          { key: 'plan', header: 'Corrective action plan', cell: (row) => days(row.plan) },
          { key: 'close', header: 'Corrected and verified', cell: (row) => days(row.close) },
        ]}
        rows={grades}
        empty={{ title: 'No clocks', text: 'This version sets none.' }}
      />
    </>
  );
}
