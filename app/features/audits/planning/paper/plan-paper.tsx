import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { Facts, Heading, Paper, Paragraph, Sheet, Title } from '#app/platform/pdf/paper.server.tsx';
import { renderPdf } from '#app/platform/pdf/render.server.tsx';

import { noticeNames, roleNames, typeNames } from '../../model.ts';
import { daysOf } from '../../ui/audit-facts.tsx';
import { resultOf } from '../days.ts';
import { activityNames } from '../itinerary/model.ts';
import { auditeesOf, byDay, teamOf, type ShownItem } from '../itinerary/ui/itinerary.tsx';
import { dimensionNames, dimensions } from '../sample.ts';
import type { PlanContent } from './content.server.ts';

/** A plan for a file or a printer, as it stood when it was last written or told. */
export const planAsPdf = (content: PlanContent) =>
  renderPdf(<PlanPaper content={content} />, {
    title: `Audit plan ${content.audit.reference} for ${content.audit.recruiter}`,
    language: 'en',
    at: content.at,
  });

function PlanPaper({ content }: { content: PlanContent }) {
  const { audit, itinerary, calculated, sample, at, isWindow } = content;
  const { reference, type, recruiter, auditBody, noticeType, team, plan } = audit;
  const notice = noticeType ? `, ${noticeNames[noticeType].toLowerCase()}` : '';
  return (
    <Paper
      header={`Audit plan for ${recruiter}`}
      reference={reference}
      footer={`As it stood ${timeInWords(at)}`}
      language="en"
    >
      <Title>{recruiter}</Title>
      <Facts
        items={[
          { term: 'Audit', value: `${typeNames[type]}, ${reference}${notice}` },
          { term: isWindow ? 'Takes place within' : 'Days', value: daysOf(audit) ?? 'Not planned yet' },
          { term: 'Audit body', value: auditBody },
          ...team.map(({ name, role }) => ({ term: roleNames[role], value: name })),
        ]}
      />
      {plan ? <Heading>Plan</Heading> : null}
      {plan ? <Paragraph>{plan}</Paragraph> : null}
      {itinerary ? <ItineraryPart items={itinerary.items} /> : null}
      {calculated ? <DaysPart made={calculated} type={type} /> : null}
      {sample ? <SamplePart made={sample} /> : null}
    </Paper>
  );
}

const ItineraryPart = ({ items }: { items: readonly ShownItem[] }) => (
  <>
    <Heading>Itinerary</Heading>
    <Paragraph>Times are those of the clock at the place.</Paragraph>
    {byDay(items).map(({ day, items: lines }) => (
      <Day key={day} day={day} lines={lines} />
    ))}
  </>
);

const Day = ({ day, lines }: { day: string; lines: readonly ShownItem[] }) => (
  <>
    <Heading>{dayInWords(day)}</Heading>
    <Sheet
      columns={[
        { header: 'Time', cell: ({ from, to }: ShownItem) => `${from} to ${to}`, share: 2 },
        { header: 'What', cell: whatOf, share: 4 },
        { header: 'Where', cell: ({ place }: ShownItem) => place, share: 3 },
        { header: 'Of the team', cell: teamOf, share: 3 },
        { header: 'Whom they meet', cell: auditeesOf, share: 3 },
      ]}
      rows={lines}
    />
  </>
);

const whatOf = ({ activity, note, told }: ShownItem) =>
  [activityNames[activity], note, told === 'team' ? 'For the team alone' : '']
    .filter((words) => words !== '')
    .join('. ');

const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 3 });

type Calculated = NonNullable<PlanContent['calculated']>;
type AuditType = PlanContent['audit']['type'];

function DaysPart({ made, type }: { made: Calculated; type: AuditType }) {
  const rows = resultOf(made, type);
  return (
    <>
      <Heading>Audit days</Heading>
      <Paragraph>
        {`Calculation ${made.number}, formula ${made.formula}, ${timeInWords(made.at)} by ${made.by}. A day has eight hours.`}
      </Paragraph>
      <Facts
        items={[
          { term: 'Effective staff', value: number(made.effectiveStaff) },
          { term: 'Further branches', value: number(made.extraBranches) },
          { term: 'Corridors', value: number(made.corridors) },
          { term: 'Worker interviews', value: number(made.interviews) },
          { term: 'High-risk tiers', value: number(made.highRiskTiers) },
          { term: 'Reduction', value: `${made.reductionPercent} %` },
          ...(made.reductionReason ? [{ term: 'Why reduced', value: made.reductionReason }] : []),
        ]}
      />
      <Sheet
        columns={[
          { header: 'What', cell: ({ what }: (typeof rows)[number]) => what, share: 4 },
          { header: 'Days', cell: ({ days }: (typeof rows)[number]) => number(days), end: true },
        ]}
        rows={rows}
      />
      <Facts
        items={[
          { term: 'On site', value: number(made.totalDays - made.offSiteDays) },
          { term: 'At the desk', value: number(made.offSiteDays) },
        ]}
      />
    </>
  );
}

type Sample = NonNullable<PlanContent['sample']>;
type Stratum = Sample['strata'][number];

const SamplePart = ({ made }: { made: Sample }) => (
  <>
    <Heading>Sample of workers</Heading>
    <Paragraph>
      {`Sample plan ${made.number}, formula ${made.formula}, ${timeInWords(made.at)} by ${made.by}. The auditors choose the workers, never the recruiter.`}
    </Paragraph>
    <Facts
      items={[
        { term: 'Workers', value: `${number(made.population)} of 24 months and in process` },
        { term: 'Interviews', value: number(made.target) },
        { term: 'Of them without the recruiter’s help', value: `${number(made.withoutHelp)} at least` },
      ]}
    />
    {dimensions
      .map((dimension) => ({ dimension, rows: made.strata.filter((one) => one.dimension === dimension) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ dimension, rows }) => (
        <Sheet
          key={dimension}
          columns={[
            { header: dimensionNames[dimension], cell: ({ name }: Stratum) => name, share: 4 },
            { header: 'Workers', cell: ({ workers }: Stratum) => number(workers), end: true },
            { header: 'Interviews', cell: ({ interviews }: Stratum) => number(interviews), end: true },
          ]}
          rows={rows}
        />
      ))}
  </>
);
