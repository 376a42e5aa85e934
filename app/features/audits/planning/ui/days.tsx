import type { FieldMetadata } from '@conform-to/react';

import { timeInWords } from '#app/platform/calendar.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { NumberField, TextArea } from '#app/ui/fields.tsx';
import { Section, Summary } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { AuditType } from '../../model.ts';
import { baseDays, mostReduction, resultOf, type Result } from '../days.ts';
import type { DaysForm } from '../ground-forms.ts';

type Made = Result & {
  number: number;
  reductionReason: string | null;
  offSiteDays: number;
  at: Date | string;
  by: string;
};
type Known = { staff: number; branches: number; corridors: number; subAgents: number };

const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
const days = (value: number) => (value === 1 ? '1 day' : `${number(value)} days`);

/** What the boxes begin with: the calculation before, else what the application tells. */
export const daysAnswers = (made: Made | undefined, known: Known, interviews = 0) => ({
  effectiveStaff: made ? String(made.effectiveStaff) : known.staff > 0 ? String(known.staff) : '',
  extraBranches: String(made?.extraBranches ?? known.branches),
  corridors: String(made?.corridors ?? Math.max(1, known.corridors)),
  interviews: String(interviews || (made?.interviews ?? 0)),
  highRiskTiers: String(made?.highRiskTiers ?? 0),
  reductionPercent: String(made?.reductionPercent ?? 0),
  reductionReason: made?.reductionReason ?? '',
  offSiteDays: String(made?.offSiteDays ?? 0),
});

/** The result with its working, line by line; it prints as it stands. */
export function DaysShown({ made, type }: { made: Made; type: AuditType }) {
  const rows = resultOf(made, type);
  const onSite = made.totalDays - made.offSiteDays;
  return (
    <Section title={days(made.totalDays)} aside={`Calculation ${made.number}, formula ${made.formula}`}>
      <DataTable
        caption="How the days come about; a day has eight hours"
        columns={[
          { key: 'what', header: 'What', main: true, cell: (row) => row.what },
          { key: 'days', header: 'Days', align: 'end', cell: (row) => number(row.days) },
        ]}
        rows={rows}
        empty={{ title: 'Nothing', text: 'No line.' }}
      />
      <Summary
        items={[
          { term: 'On site', value: `${days(onSite)}, ${Math.floor((100 * onSite) / made.totalDays)} %` },
          { term: 'At the desk', value: days(made.offSiteDays) },
          ...(made.reductionReason ? [{ term: 'Why reduced', value: made.reductionReason }] : []),
          { term: 'Calculated', value: `${timeInWords(made.at)} by ${made.by}` },
        ]}
      />
    </Section>
  );
}

type Fields = { [K in keyof DaysForm]: FieldMetadata<DaysForm[K], DaysForm> };

export function DaysFields({ fields, known }: { fields: Required<Fields>; known: Known }) {
  return (
    <>
      <NumberField
        field={fields.effectiveStaff}
        label="Effective staff"
        hint={
          known.staff > 0
            ? `The application names ${known.staff}: ${days(baseDays(known.staff))} to begin with`
            : 'People who work for the recruiter, part time counted in part'
        }
      />
      <NumberField
        field={fields.extraBranches}
        label="Further branches to be visited"
        hint="Beside the head office"
      />
      <NumberField field={fields.corridors} label="Corridors" />
      <NumberField
        field={fields.interviews}
        label="Worker interviews"
        hint="As many as the sample plan asks for"
      />
      <NumberField
        field={fields.highRiskTiers}
        label="High-risk tiers of sub-agents"
        hint={`Levels of sub-agents below the recruiter with a high risk. Its network names ${known.subAgents} sub-agent${known.subAgents === 1 ? '' : 's'}.`}
      />
      <NumberField
        field={fields.reductionPercent}
        label="Reduction"
        unit="%"
        hint={`${mostReduction} at most, and only with reasons`}
      />
      <TextArea field={fields.reductionReason} label="Reasons for the reduction" rows={3} optional />
      <NumberField
        field={fields.offSiteDays}
        label="Days at the desk"
        unit="days"
        hint="Stage 1 at the desk, preparation, writing. At least four fifths of the days are spent on site."
      />
      <ButtonLink to="sample" kind="secondary">
        Plan the sample of workers
      </ButtonLink>
    </>
  );
}
