import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { Facts, Heading, Paper, Paragraph, Title } from '#app/platform/pdf/paper.server.tsx';
import { renderPdf } from '#app/platform/pdf/render.server.tsx';

import { gradeNames } from '../../findings/model.ts';
import { sampledInWords } from '../../interviews/ui/sampled.tsx';
import { noticeNames, roleNames, typeNames } from '../../model.ts';
import { progressInWords } from '../../remedy/ui/progress.tsx';
import type { ReportContent } from '../content.ts';
import { outcomeNames, partNames, reportParts } from '../model.ts';
import { withdrawnInWords } from './withdrawn-words.ts';

type Report = { content: ReportContent; version: number; at: Date };

export const reportAsPdf = (report: Report) =>
  renderPdf(<ReportPaper {...report} />, {
    title: `Audit report ${report.content.reference} on ${report.content.recruiter}`,
    language: 'en',
    at: report.at,
  });

/** A final report for a file or a printer. */
function ReportPaper({ content, version, at }: Report) {
  const { reference, type, recruiter, auditBody, reviewer, noticeType, startsOn, endsOn, team } = content;
  return (
    <Paper
      header={`Audit report on ${recruiter}`}
      reference={reference}
      footer={`Final ${timeInWords(at)}, version ${version}`}
      language="en"
    >
      <Title>{recruiter}</Title>
      <Facts
        items={[
          {
            term: 'Audit',
            value: `${typeNames[type]}, ${reference}, ${noticeNames[noticeType].toLowerCase()}`,
          },
          { term: 'Days', value: `${dayInWords(startsOn)} to ${dayInWords(endsOn)}` },
          { term: 'Audit body', value: auditBody },
          ...team.map(({ name, role }) => ({ term: roleNames[role], value: name })),
          { term: 'Technical reviewer', value: reviewer },
        ]}
      />
      {reportParts.map((part) => [
        <Heading key={`${part} heading`}>{partNames[part]}</Heading>,
        <Paragraph key={part}>{content.words[part]}</Paragraph>,
      ])}
      {content.interviews ? <Heading>Interviews with workers</Heading> : null}
      {content.interviews ? <Facts items={sampledInWords(content.interviews)} /> : null}
      {content.coverage ? <Heading>Principles left out</Heading> : null}
      {content.coverage ? <Paragraph>{content.coverage}</Paragraph> : null}
      <Heading>Findings</Heading>
      {content.findings.length === 0 ? <Paragraph>Nothing was found amiss.</Paragraph> : null}
      {content.findings.map(
        ({ number, grade, grading, indicatorCode, requirement, statement, evidence, progress }) => (
          <Facts
            key={number}
            items={[
              { term: `Finding ${number}, ${gradeNames[grade].toLowerCase()}`, value: statement },
              { term: `Indicator ${indicatorCode}`, value: requirement },
              ...(grading ? [{ term: 'Why this grade', value: grading }] : []),
              { term: 'What shows it', value: evidence },
              ...(progress ? [{ term: 'Remedy to workers', value: progressInWords(progress) }] : []),
            ]}
          />
        ),
      )}
      {content.withdrawn && content.withdrawn.length > 0 ? (
        <>
          <Heading>Withdrawn findings</Heading>
          <Facts items={content.withdrawn.map((finding) => withdrawnInWords(finding))} />
        </>
      ) : null}
      {content.comments.length > 0 ? <Heading>Comments of the recruiter on the facts</Heading> : null}
      {content.comments.map(({ part, findingNumber, comment, outcome, answer }, index) => (
        <Facts
          key={index}
          items={[
            { term: part ? partNames[part] : `Finding ${findingNumber ?? ''}`, value: comment },
            { term: outcome ? outcomeNames[outcome] : 'Answer', value: answer ?? '–' },
          ]}
        />
      ))}
    </Paper>
  );
}
