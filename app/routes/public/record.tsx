import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listClaimsInForce } from '#app/features/certificates/claims/queries.server.ts';
import { ClaimsInForce } from '#app/features/certificates/claims/ui/claim-parts.tsx';
import { listPublicScopeChanges } from '#app/features/certificates/life/versions.server.ts';
import { ScopeHistory } from '#app/features/certificates/ui/scope-history.tsx';
import { listHistory } from '#app/features/register/history.server.ts';
import { findPublicSummary, findRecord, isUnderAppeal } from '#app/features/register/queries.server.ts';
import { AbsencePage } from '#app/features/register/ui/absence.tsx';
import { Coverage } from '#app/features/register/ui/coverage.tsx';
import { historyInWords } from '#app/features/register/ui/history.ts';
import { AppealPending, StandingPanel } from '#app/features/register/ui/standing.tsx';
import { SomethingWrong } from '#app/features/register/ui/something-wrong.tsx';
import { dayInWords } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Card, Columns, PageHeader, Section } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page && 'record' in page ? page.record.name : 'Not on the register'} · Fairroute register` },
];

/** `no-cache`: whoever kept it asks again, so that the page after a suspension is never the page from before it. */
const headers = { 'Cache-Control': 'no-cache', Vary: 'Cookie' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const number = found(params['registrationNumber']);
  const record = await findRecord(scope, number);
  if (!record.ok)
    return data(
      { absence: record.refusal, number },
      { status: record.refusal === 'removed' ? 410 : 404, headers },
    );
  const { registrationNumber } = record.value;
  const [history, changes, audited, appealed, claims] = await Promise.all([
    listHistory(scope, registrationNumber),
    listPublicScopeChanges(scope, registrationNumber),
    findPublicSummary(scope, registrationNumber),
    isUnderAppeal(scope, registrationNumber),
    listClaimsInForce(scope, record.value.certificate?.number ?? ''),
  ]);
  return data({ record: record.value, history, changes, audited, appealed, claims }, { headers });
}

export default function Record() {
  const page = useLoaderData<typeof loader>();
  if ('absence' in page) return <AbsencePage absence={page.absence} number={page.number} />;
  const { record, history, changes, audited, appealed, claims } = page;
  const inForce =
    record.standing.status === 'certified' || record.standing.status === 'certified_under_watch';
  return (
    <Columns
      main={
        <>
          <PageHeader
            title={record.name}
            back={{ to: '/register', label: 'Register' }}
            eyebrow={countryName(record.country)}
            lead={
              <>
                {record.nameLocal ? <span className="me-4">{record.nameLocal}</span> : null}
                <span className="font-mono text-sm">{record.registrationNumber}</span>
              </>
            }
          />
          <StandingPanel standing={record.standing} certificate={record.certificate} />
          {appealed ? <AppealPending /> : null}
          <Section title={inForce ? 'What the certificate covers' : 'What is on record'}>
            <Coverage record={record} />
          </Section>
          {audited ? (
            <Section title="What the audit found">
              <p className="whitespace-pre-line">{audited.summary}</p>
              {audited.auditedUntil ? (
                <p className="text-sm text-ink-2">{`Audited until ${dayInWords(audited.auditedUntil)}`}</p>
              ) : null}
            </Section>
          ) : null}
          <ClaimsInForce claims={claims} />
          <Section title="History">
            <Timeline entries={historyInWords(history)} />
          </Section>
          <ScopeHistory changes={changes} />
        </>
      }
      aside={
        <>
          {record.certificate ? (
            <Card title="Check a certificate">
              <p>The code on the certificate opens a page that says whether it still counts.</p>
              <ButtonLink to={`/verify/${record.certificate.number}`} kind="secondary">
                Open that page
              </ButtonLink>
            </Card>
          ) : null}
          <Card title="For programs">
            <p>The same answer as JSON, with an ETag and a stable shape.</p>
            <ButtonLink to={`/api/v1/recruiters/${record.registrationNumber}`} kind="secondary">
              See the JSON
            </ButtonLink>
          </Card>
          <SomethingWrong />
        </>
      }
    />
  );
}
