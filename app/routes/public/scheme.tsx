import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { remedyTotals } from '#app/features/audits/remedy/totals.server.ts';
import { RemedyTotals } from '#app/features/audits/remedy/ui/totals.tsx';
import { findFeeSchedule } from '#app/features/billing/fees/queries.server.ts';
import { FeeTable } from '#app/features/billing/fees/ui/fee-table.tsx';
import { findCurrentVersion, listPrinciples } from '#app/features/scheme/queries.server.ts';
import { StandardText } from '#app/features/scheme/ui/standard-text.tsx';
import { TermsTables } from '#app/features/scheme/ui/terms-tables.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'The scheme · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const version = await findCurrentVersion(scope);
  const [principles, fees, totals] = await Promise.all([
    listPrinciples(scope, version.id),
    findFeeSchedule(scope, version.id, dayOf(scope.now)),
    remedyTotals(scope),
  ]);
  return { version, principles, fees, totals };
}

export default function Scheme() {
  const { version, principles, fees, totals } = useLoaderData<typeof loader>();
  const indicators = principles.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) => criterion.indicators),
  ).length;
  return (
    <>
      <PageHeader
        title="The scheme"
        eyebrow={version.title}
        lead={`${principles.length} principles and ${indicators} indicators, one fee, and the days everybody has. Everything a record is judged by is fixed in its version and never changes afterwards.`}
      />
      {version.source === 'interim' ? (
        <p>
          This is an interim text in our own words. It is not the text of any published standard, and is
          replaced when the scheme’s owner provides one.
        </p>
      ) : null}
      <Section title="Repaid to workers">
        <RemedyTotals totals={totals} />
      </Section>
      <Section title="Fees, clocks and validity">
        <TermsTables terms={version.terms} />
      </Section>
      {fees ? (
        <Section title="Fees by country and size">
          <FeeTable schedule={fees} />
        </Section>
      ) : null}
      <Section title="The standard">
        <StandardText principles={principles} />
      </Section>
    </>
  );
}
