import { dayInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import { Chips, Section, Summary } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

type Application = { corridors: string[]; sectors: string[]; offices: string[] };
type Audit = {
  id: string;
  reference: string;
  type: string;
  startsOn: string | null;
  endsOn: string | null;
  readiness: string | null;
  summary: string | null;
  reviewedBy: string | null;
  team: string | null;
};
type Finding = {
  id: string;
  number: number;
  grade: string;
  state: string;
  indicator: string;
  statement: string;
};
type Props = { application: Application; audits: readonly Audit[]; findings: readonly Finding[] };

const words = (code: string) => code.replaceAll('_', ' ');
const days = ({ startsOn, endsOn }: Audit) =>
  startsOn && endsOn ? `${dayInWords(startsOn)} to ${dayInWords(endsOn)}` : 'no days';

/** What the panel reads before it decides: the scope asked for, who audited, what was found and where it stands. */
export function PackageSheet({ application, audits, findings }: Props) {
  return (
    <>
      <Section title="Scope asked for">
        <Summary
          items={[
            { term: 'Offices', value: application.offices.join(', ') },
            { term: 'Corridors', value: <Chips items={application.corridors.map(corridorName)} /> },
            { term: 'Sectors', value: application.sectors.map(sectorName).join('; ') },
          ]}
        />
      </Section>
      {audits.map((audit) => (
        <Section
          key={audit.id}
          title={audit.type === 'stage1' ? 'Stage 1 audit' : 'Stage 2 audit'}
          aside={audit.reference}
        >
          <Summary
            items={[
              { term: 'Days', value: days(audit) },
              { term: 'Team', value: audit.team ?? 'none' },
              ...(audit.readiness ? [{ term: 'Outcome', value: words(audit.readiness) }] : []),
              ...(audit.summary ? [{ term: 'Report', value: audit.summary }] : []),
              ...(audit.reviewedBy ? [{ term: 'Reviewed by', value: audit.reviewedBy }] : []),
            ]}
          />
        </Section>
      ))}
      <Section title="Findings">
        <DataTable
          caption={findings.length === 1 ? '1 finding' : `${findings.length} findings`}
          columns={[
            { key: 'number', header: 'Number', main: true, cell: (row) => `Finding ${row.number}` },
            { key: 'indicator', header: 'Indicator', cell: (row) => row.indicator },
            { key: 'grade', header: 'Grade', cell: (row) => row.grade },
            { key: 'state', header: 'State', cell: (row) => words(row.state) },
            { key: 'statement', header: 'Statement', cell: (row) => row.statement },
          ]}
          rows={findings}
          empty={{ title: 'No findings', text: 'The audit raised none.' }}
        />
      </Section>
    </>
  );
}
