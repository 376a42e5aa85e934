import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOwnRecruiter } from '#app/features/register/authority.server.ts';
import { Coverage } from '#app/features/register/ui/coverage.tsx';
import { historyInWords } from '#app/features/register/ui/history.ts';
import { StandingPanel } from '#app/features/register/ui/standing.tsx';
import { found } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card, Columns, PageHeader, Section, Summary } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction = () => [{ title: 'Recruiter · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'authority');
  return found(await findOwnRecruiter(scope, found(params['registrationNumber'])));
}

const gradeNames = { critical: 'Critical', major: 'Major', minor: 'Minor', observation: 'Observations' };

export default function Recruiter() {
  const { record, history, findings } = useLoaderData<typeof loader>();
  return (
    <Columns
      main={
        <>
          <PageHeader
            title={record.name}
            back={{ to: '/authority/recruiters', label: 'Recruiters' }}
            eyebrow={record.registrationNumber}
            lead={record.nameLocal}
          />
          <StandingPanel standing={record.standing} certificate={record.certificate} />
          <Section title="What is on record">
            <Coverage record={record} />
          </Section>
          <Section title="History">
            <Timeline entries={historyInWords(history)} />
          </Section>
        </>
      }
      aside={
        <>
          <Card title="Open findings">
            <Summary
              items={findings.map(({ grade, count }) => ({ term: gradeNames[grade], value: String(count) }))}
            />
            <p className="text-sm text-ink-2">
              Numbers only. What a finding says, and what workers told, stays between recruiter, audit body
              and scheme.
            </p>
          </Card>
          <Card title="What the public reads">
            <p>
              <TextLink to={`/register/${record.registrationNumber}`}>The record on the register</TextLink>
            </p>
          </Card>
        </>
      }
    />
  );
}
