import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

type Final = { finalisedAt: Date; version: number; file: { sha256: string; bytes: number } | null };

/** The report that no longer changes, and by which sum its file is known. */
export const FinalReport = ({ auditId, report }: { auditId: string; report: Final }) => (
  <Section title="Final report">
    <Summary
      items={[
        { term: 'Final since', value: `${timeInWords(report.finalisedAt)}, version ${report.version}` },
        {
          term: 'File',
          value: report.file ? (
            <TextLink to={`/files/reports/${auditId}`}>
              {`PDF, ${Math.ceil(report.file.bytes / 1024)} kB`}
            </TextLink>
          ) : (
            'Being made: it is here in a minute'
          ),
        },
        ...(report.file
          ? [{ term: 'SHA-256', value: <code className="text-sm break-all">{report.file.sha256}</code> }]
          : []),
      ]}
    />
  </Section>
);
