import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

import { GradeTag } from '../../findings/ui/tags.tsx';
import { progressInWords } from '../../remedy/ui/progress.tsx';
import { partNames, reportParts, type ReportFinding, type ReportText } from '../model.ts';

const text = (words: string) => <span className="whitespace-pre-line">{words}</span>;

/** A report to read: what is said in words, part by part. */
export const ReportWords = ({ report }: { report: ReportText }) => (
  <Section title="The report">
    <Summary
      items={reportParts.map((part) => ({
        term: partNames[part],
        value: report[part] ? text(report[part]) : <span className="text-ink-2">Not written yet</span>,
      }))}
    />
  </Section>
);

/** Its findings as they are told there; whoever may open one finds it behind its number. */
export function ReportFindings({
  findings,
  linked,
}: {
  findings: readonly ReportFinding[];
  linked: boolean;
}) {
  return (
    <Section title="Its findings">
      {findings.length === 0 ? <p>The report says that nothing was found amiss.</p> : null}
      {findings.map(({ id, number, indicatorCode, grade, grading, ...finding }) => (
        <article key={id} aria-labelledby={`finding-${number}`} className="keep">
          <h3 id={`finding-${number}`} className="mb-2 flex flex-wrap items-center gap-3">
            {linked ? <TextLink to={`/findings/${id}`}>{`Finding ${number}`}</TextLink> : `Finding ${number}`}
            <GradeTag grade={grade} />
          </h3>
          <Summary
            items={[
              { term: `Indicator ${indicatorCode}`, value: finding.requirement },
              ...(grading ? [{ term: 'Why this grade', value: text(grading) }] : []),
              { term: 'Not conforming', value: text(finding.statement) },
              { term: 'What shows it', value: text(finding.evidence) },
              ...(finding.progress
                ? [{ term: 'Remedy to workers', value: progressInWords(finding.progress) }]
                : []),
            ]}
          />
        </article>
      ))}
    </Section>
  );
}
