import { dayInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { LifePicture } from '../../ui/life-picture.tsx';
import { AbandonedFacts, type Abandoned } from './abandoned-facts.tsx';
import { AuditFacts, type Audited, type Heard } from './audit-facts.tsx';
import {
  AppealFacts,
  EarlierDecisions,
  Licences,
  type Appeal,
  type Decision,
  type Licence,
} from './background.tsx';
import { WithdrawnFindings, type Withdrawn } from '../withdrawn/ui/withdrawn-findings.tsx';
import { MeetingsOf, type Held } from './meetings.tsx';
import { RemedyTotals, type Remedies } from './remedy-totals.tsx';
import { ScopeFacts } from './scope-facts.tsx';
import type { Teams } from './team-facts.tsx';
import {
  containedInWords,
  verifiedInWords,
  type Contained,
  type Verified,
} from '../verified/ui/verified-words.ts';

type Finding = {
  id: string;
  number: number;
  grade: string;
  /** Why it is graded below what its indicator names. */
  grading: string | null;
  state: string;
  indicator: string;
  statement: string;
  correctiveAction: string | null;
  targetOn: string | null;
  noActionReason: string | null;
  remedyToWorkers: string | null;
  containments: readonly Contained[];
} & Verified;
type Contents = Parameters<typeof ScopeFacts>[0] & {
  reference: string;
  appeal: Appeal | undefined;
  abandoned: Abandoned | undefined;
  audits: readonly Audited[];
  sample: readonly Heard[];
  teams: Teams;
  findings: readonly Finding[];
  withdrawn: readonly Withdrawn[];
  remedies: Remedies;
  licences: readonly Licence[];
  decisions: readonly Decision[];
  meetings: readonly Held[];
};

/** How it said that the harm was stopped, and what it was answered, above what is done about it. */
const actionOf = (finding: Finding) => (
  <>
    {containedInWords(finding.containments).map((said, at) => (
      <p key={at} className="whitespace-pre-line">
        {said}
      </p>
    ))}
    <p>{correctionOf(finding)}</p>
  </>
);

/** What the recruiter does about it, or why it does nothing, and how that was looked at. */
function correctionOf({ correctiveAction, noActionReason, ...finding }: Finding) {
  const said = correctiveAction ?? (noActionReason && `Nothing is planned: ${noActionReason}`);
  if (!said) return 'None yet';
  const { targetOn, remedyToWorkers } = finding;
  return [
    said,
    targetOn && `By ${dayInWords(targetOn)}.`,
    remedyToWorkers && `Remedy to workers: ${remedyToWorkers}`,
    ...verifiedInWords(finding),
  ]
    .filter(Boolean)
    .join(' ');
}

const words = (code: string) => code.replaceAll('_', ' ');
const named = (code: string) => {
  const text = words(code);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
};
const gradeOf = ({ grade, grading }: Finding) => (
  <>
    {named(grade)}
    {grading ? <p className="text-sm whitespace-pre-line">{grading}</p> : null}
  </>
);
type Props = { contents: Contents; today: string };

/** What the panel reads before it votes: what is asked, who audited and how, what was found, what came before. */
export function PackageSheet({ contents, today }: Props) {
  const { application, certificate, audits, sample, findings, remedies, reference } = contents;
  return (
    <>
      <AppealFacts appeal={contents.appeal} />
      <AbandonedFacts audit={contents.abandoned} />
      <ScopeFacts application={application} certificate={certificate} />
      {certificate ? (
        <Section title="Its life">
          <LifePicture
            certificate={certificate}
            validFrom={certificate.validFrom}
            moments={certificate.life}
            today={today}
          />
        </Section>
      ) : null}
      {audits.map((audit) => (
        <AuditFacts
          key={audit.id}
          audit={audit}
          heard={sample.filter(({ auditId }) => auditId === audit.id)}
          teams={contents.teams}
        />
      ))}
      <Findings findings={findings} />
      <WithdrawnFindings withdrawn={contents.withdrawn} />
      <RemedyTotals remedies={remedies} />
      <Licences licences={contents.licences} />
      <EarlierDecisions decisions={contents.decisions} />
      <MeetingsOf meetings={contents.meetings} />
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
        { key: 'grade', header: 'Grade', cell: gradeOf },
        { key: 'state', header: 'State', cell: (row) => named(row.state) },
        { key: 'statement', header: 'Statement', cell: (row) => row.statement },
        {
          key: 'action',
          header: 'Corrective action',
          cell: actionOf,
        },
      ]}
      rows={findings}
      empty={{ title: 'No findings', text: 'The audit raised none.' }}
    />
  </Section>
);
