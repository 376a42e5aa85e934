import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listClaimsInForce } from '#app/features/certificates/claims/queries.server.ts';
import { ClaimsInForce } from '#app/features/certificates/claims/ui/claim-parts.tsx';
import { listPublicScopeChanges } from '#app/features/certificates/life/versions.server.ts';
import { ScopeHistory } from '#app/features/certificates/ui/scope-history.tsx';
import { listAgents } from '#app/features/register/agents.server.ts';
import { listHistory } from '#app/features/register/history.server.ts';
import { aboutRecord } from '#app/features/register/page.server.ts';
import { readPast } from '#app/features/register/past/page.server.ts';
import { OtherDay, ThenPage, titleOf } from '#app/features/register/past/ui/past-day.tsx';
import { findPublicSummary, findRecord, isUnderAppeal } from '#app/features/register/queries.server.ts';
import { AbsencePage } from '#app/features/register/ui/absence.tsx';
import { ContactSection } from '#app/features/register/contacts/ui/contact.tsx';
import { Agents } from '#app/features/register/ui/agents.tsx';
import { Coverage } from '#app/features/register/ui/coverage.tsx';
import { AuditSummary, Further } from '#app/features/register/ui/further.tsx';
import { historyInWords } from '#app/features/register/ui/history.ts';
import { RecordHeader } from '#app/features/register/ui/record-header.tsx';
import { AppealPending, StandingPanel } from '#app/features/register/ui/standing.tsx';
import { SomethingWrong } from '#app/features/register/ui/something-wrong.tsx';
import { listOpenOrders } from '#app/features/workers/jobs/queries.server.ts';
import { JobsSection } from '#app/features/workers/jobs/ui/public-jobs.tsx';
import { found } from '#app/platform/http.server.ts';
import { readPublic } from '#app/platform/kept/reading.server.ts';
import { Columns, Section } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? nameOf(page) : 'Not on the register'} · Fairroute register` },
];

/**
 * `no-cache`: whoever kept it asks again, so that the page after a suspension is never the page from before it. What names who is
 * signed in is kept by nobody.
 */
const headersFor = ({ headers }: Request) =>
  headers.has('Cookie')
    ? { 'Cache-Control': 'private, no-store' }
    : { 'Cache-Control': 'no-cache', Vary: 'Cookie' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visitor = await enter(request, 'visitor');
  return readPublic(visitor, async (scope) => {
    const [number, headers] = [found(params['registrationNumber']), headersFor(request)];
    const then = await readPast(scope, number, request.url);
    if (then) return data(then.page, { status: then.status, headers });
    const record = await findRecord(scope, number);
    if (!record.ok) {
      const status = record.refusal === 'removed' ? 410 : 404;
      return data({ absence: record.refusal, number }, { status, headers });
    }
    const { registrationNumber } = record.value;
    const [history, changes, audited, appealed, claims, agents, jobs] = await Promise.all([
      listHistory(scope, registrationNumber),
      listPublicScopeChanges(scope, registrationNumber),
      findPublicSummary(scope, registrationNumber),
      isUnderAppeal(scope, registrationNumber),
      listClaimsInForce(scope, record.value.certificate?.number ?? ''),
      listAgents(scope, registrationNumber),
      listOpenOrders(scope, registrationNumber, { limit: 20 }),
    ]);
    const shown = { record: record.value, history, changes, audited, appealed, claims, agents, jobs };
    return data({ ...shown, ...aboutRecord(scope, record.value) }, { headers });
  });
}

function nameOf(page: Awaited<ReturnType<typeof loader>>['data']) {
  if ('then' in page) return titleOf(page.then);
  return 'record' in page ? page.record.name : 'Not on the register';
}

export default function Record() {
  const page = useLoaderData<typeof loader>();
  if ('absence' in page) return <AbsencePage absence={page.absence} number={page.number} />;
  if ('then' in page) return <ThenPage then={page.then} />;
  const { record, history, changes, audited, appealed, claims, agents, jobs, linked } = page;
  const inForce = ['certified', 'certified_under_watch'].includes(record.standing.status);
  return (
    <Columns
      main={
        <>
          <RecordHeader {...record} />
          {/* Data, which no policy asks a nonce of: with one the page could not be kept for everybody. */}
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: linked }} />
          <StandingPanel standing={record.standing} certificate={record.certificate} />
          {appealed ? <AppealPending /> : null}
          <Section title={inForce ? 'What the certificate covers' : 'What is on record'}>
            <Coverage record={record} today={page.today} />
          </Section>
          {audited ? <AuditSummary {...audited} /> : null}
          <ContactSection contact={record.contact} />
          {inForce ? <Agents agents={agents} /> : null}
          {inForce ? <JobsSection number={record.registrationNumber} {...jobs} /> : null}
          <ClaimsInForce claims={claims} />
          <Section title="History">
            <Timeline entries={historyInWords(history)} />
          </Section>
          <ScopeHistory changes={changes} />
        </>
      }
      aside={
        <>
          <Further number={record.registrationNumber} certificate={record.certificate?.number} />
          <OtherDay asOf={null} />
          <SomethingWrong complaintsTo={page.complaintsTo} />
        </>
      }
    />
  );
}
