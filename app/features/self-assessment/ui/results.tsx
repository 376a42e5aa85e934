import { TextLink } from '#app/ui/buttons.tsx';
import { Bars } from '#app/ui/charts/bars.tsx';
import { valueInWords } from '#app/ui/charts/geometry.ts';
import { Radar } from '#app/ui/charts/radar.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { Section, Summary } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { MaturityTrend } from './overview.tsx';

type Measured = { code: string; title: string; maturity: number | undefined };
type Gap = {
  criterionCode: string;
  title: string;
  maturity: number;
  modules: readonly { code: string; title: string }[];
};
export type ShownResult = {
  attempt: { attempt: number };
  principles: readonly Measured[];
  earlier:
    { attempt: number; principles: readonly { code: string; maturity: number | undefined }[] } | undefined;
  elements: readonly { label: string; value: number | undefined }[];
  weakest: readonly { code: string; requirement: string; maturity: number }[];
  gaps: readonly Gap[];
  notApplicable: readonly { code: string; requirement: string; reason: string }[];
  evidence: readonly { code: string; id: string; title: string }[];
  trend: readonly { attempt: number; maturity: number | undefined; change: number | undefined }[];
};

/** What a self-assessment shows: where the agency stands, where it is weakest, and what to learn next. */
export function Results({ result }: { result: ShownResult }) {
  const { principles, earlier, elements, weakest, notApplicable, evidence, trend } = result;
  return (
    <>
      <Section title="By principle">
        <Radar
          caption="Mean maturity, 0 to 4"
          max={4}
          axes={principles.map(({ code, title }) => ({ code, label: title }))}
          series={[
            { label: 'Now', values: principles.map(({ maturity }) => maturity) },
            ...(earlier
              ? [
                  {
                    label: `Number ${earlier.attempt}`,
                    values: principles.map(
                      ({ code }) => earlier.principles.find((each) => each.code === code)?.maturity,
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title="By element of the management system">
        <Bars caption="Mean maturity, 0 to 4" max={4} rows={elements} />
      </Section>
      <Gaps gaps={result.gaps} />
      <Section title="The weakest indicators">
        <DataTable
          caption="Below 3, the weakest first"
          columns={[
            { key: 'code', header: 'Indicator', main: true, cell: ({ code }) => code },
            { key: 'requirement', header: 'What it asks', cell: ({ requirement }) => requirement },
            {
              key: 'maturity',
              header: 'Maturity',
              align: 'end',
              cell: ({ maturity }) => valueInWords(maturity),
            },
          ]}
          rows={weakest}
          empty={{ title: 'Nothing is weak', text: 'Every answered indicator works, at 3 or above.' }}
        />
      </Section>
      {notApplicable.length > 0 ? (
        <Section title="What does not apply">
          <Summary
            items={notApplicable.map(({ code, requirement, reason }) => ({
              term: code,
              value: (
                <>
                  <p className="text-ink-2">{requirement}</p>
                  <p>{reason}</p>
                </>
              ),
            }))}
          />
        </Section>
      ) : null}
      {evidence.length > 0 ? (
        <Section title="Documents that show it">
          <Summary
            items={evidence.map(({ code, id, title }) => ({
              term: code,
              value: <TextLink to={`/documents/${id}`}>{title}</TextLink>,
            }))}
          />
        </Section>
      ) : null}
      <MaturityTrend moved={trend} />
    </>
  );
}

function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  return (
    <Section title="Gaps, and the training that serves them">
      {gaps.length === 0 ? (
        <EmptyState title="No gaps">Every criterion is at 3 or above.</EmptyState>
      ) : (
        <DataTable
          caption="Criteria below 3, the widest gap first"
          columns={[
            {
              key: 'criterion',
              header: 'Criterion',
              main: true,
              cell: ({ criterionCode, title }) => `${criterionCode} ${title}`,
            },
            {
              key: 'maturity',
              header: 'Maturity',
              align: 'end',
              cell: ({ maturity }) => valueInWords(maturity),
            },
            {
              key: 'modules',
              header: 'Training',
              cell: ({ modules }) => (
                <ul>
                  {modules.map(({ code, title }) => (
                    <li key={code}>{`${code} ${title}`}</li>
                  ))}
                </ul>
              ),
            },
          ]}
          rows={gaps}
          empty={{ title: 'No gaps', text: 'Every criterion is at 3 or above.' }}
        />
      )}
    </Section>
  );
}
