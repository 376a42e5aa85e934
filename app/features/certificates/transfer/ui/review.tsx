import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

type Report = { id: string; reference: string; finalisedAt: Date | string; summary: string; drawn: unknown };
type Finding = { id: string; number: number; grade: string; statement: string };
type Props = { id: string; reports: readonly Report[]; findings: readonly Finding[] };

/** What the body of today reported and left open, for whoever reviews it before an answer. */
export const Review = ({ id, reports, findings }: Props) => (
  <>
    <Section title="Reports">
      <p>
        Read the final reports before you answer. Each report you open is kept, and the recruiter is shown it.
      </p>
      <Summary
        items={reports.map(({ id: auditId, reference, finalisedAt, summary, drawn }) => ({
          term: `${reference}, ${dayInWords(dayOf(new Date(finalisedAt)))}`,
          value: (
            <>
              {summary}{' '}
              {drawn ? (
                <TextLink to={`/transfers/${id}/reports/${auditId}`}>
                  Open the final report, {reference}
                </TextLink>
              ) : (
                'Its PDF is being drawn.'
              )}
            </>
          ),
        }))}
      />
    </Section>
    <Section title="Open findings">
      {findings.length === 0 ? (
        <p>None is open.</p>
      ) : (
        <Summary
          items={findings.map(({ number, grade, statement }) => ({
            term: `Finding ${number}, ${grade}`,
            value: statement,
          }))}
        />
      )}
    </Section>
  </>
);
