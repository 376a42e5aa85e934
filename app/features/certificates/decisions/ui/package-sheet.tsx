import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Chips, Section, Summary } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { EarlierDecisions, Licences, type Decision, type Licence } from './background.tsx';

type Scope = {
  corridors: string[];
  sectors: string[];
  offices: string[];
  frozenAt: Date | string | null;
  auditBody: string | null;
};
type Audit = {
  id: string;
  reference: string;
  type: string;
  noticeType: string | null;
  startsOn: string | null;
  endsOn: string | null;
  plan: string | null;
  readiness: string | null;
  summary: string | null;
  reviewedAt: Date | string | null;
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
  correctiveAction: string | null;
  targetOn: string | null;
  verification: string | null;
};
type Contents = {
  reference: string;
  application: Scope;
  audits: readonly Audit[];
  findings: readonly Finding[];
  licences: readonly Licence[];
  decisions: readonly Decision[];
};

const words = (code: string) => code.replaceAll('_', ' ');
const named = (code: string) => {
  const text = words(code);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
};
const stages: Record<string, string> = { stage1: 'Stage 1 audit', stage2: 'Stage 2 audit' };
const days = ({ startsOn, endsOn }: Audit) =>
  startsOn && endsOn ? `${dayInWords(startsOn)} to ${dayInWords(endsOn)}` : 'no days';

/** What the panel reads before it votes: the scope asked for, who audited and how, what was found, what came before. */
export function PackageSheet({ contents }: { contents: Contents }) {
  const { application, audits, findings, licences, decisions, reference } = contents;
  return (
    <>
      <Section title="Scope asked for">
        <Summary
          items={[
            { term: 'Offices', value: application.offices.join(', ') },
            { term: 'Corridors', value: <Chips items={application.corridors.map(corridorName)} /> },
            { term: 'Sectors', value: application.sectors.map(sectorName).join('; ') },
            ...(application.auditBody ? [{ term: 'Audit body', value: application.auditBody }] : []),
            ...(application.frozenAt
              ? [{ term: 'Complete since', value: timeInWords(application.frozenAt) }]
              : []),
          ]}
        />
      </Section>
      {audits.map((audit) => (
        <AuditFacts key={audit.id} audit={audit} />
      ))}
      <Findings findings={findings} />
      <Licences licences={licences} />
      <EarlierDecisions decisions={decisions} />
      <Section title="Reference of this package">
        <p className="break-all">
          SHA-256 <code>{reference}</code>
        </p>
        <p>
          It is kept with your vote, with everything it stands for. When anything above changes, so does the
          reference.
        </p>
      </Section>
    </>
  );
}

const AuditFacts = ({ audit }: { audit: Audit }) => (
  <Section
    title={stages[audit.type] ?? `${named(audit.type)} audit`}
    aside={<TextLink to={`/audits/${audit.id}`}>{audit.reference}</TextLink>}
  >
    <Summary
      items={[
        { term: 'Days', value: days(audit) },
        ...(audit.noticeType ? [{ term: 'Notice', value: named(audit.noticeType) }] : []),
        { term: 'Team', value: audit.team ?? 'none' },
        ...(audit.plan ? [{ term: 'Plan', value: audit.plan }] : []),
        ...(audit.readiness ? [{ term: 'Outcome', value: named(audit.readiness) }] : []),
        ...(audit.summary ? [{ term: 'Report', value: audit.summary }] : []),
        ...(audit.reviewedBy && audit.reviewedAt
          ? [{ term: 'Reviewed by', value: `${audit.reviewedBy}, ${timeInWords(audit.reviewedAt)}` }]
          : []),
      ]}
    />
  </Section>
);

const Findings = ({ findings }: { findings: readonly Finding[] }) => (
  <Section title="Findings and what was done">
    <DataTable
      caption={findings.length === 1 ? '1 finding' : `${findings.length} findings`}
      columns={[
        {
          key: 'number',
          header: 'Number',
          main: true,
          cell: (row) => <TextLink to={`/findings/${row.id}`}>{`Finding ${row.number}`}</TextLink>,
        },
        { key: 'indicator', header: 'Indicator', cell: (row) => row.indicator },
        { key: 'grade', header: 'Grade', cell: (row) => named(row.grade) },
        { key: 'state', header: 'State', cell: (row) => named(row.state) },
        { key: 'statement', header: 'Statement', cell: (row) => row.statement },
        {
          key: 'action',
          header: 'Corrective action',
          cell: ({ correctiveAction, targetOn, verification }) =>
            correctiveAction
              ? `${correctiveAction}${targetOn ? ` By ${dayInWords(targetOn)}.` : ''}${verification ? ` Verified: ${words(verification)}.` : ''}`
              : 'None yet',
        },
      ]}
      rows={findings}
      empty={{ title: 'No findings', text: 'The audit raised none.' }}
    />
  </Section>
);
