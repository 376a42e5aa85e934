import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { questionsAMinute } from '#app/api/door.server.ts';
import { callsInWords } from '#app/api/described/openapi.server.ts';
import { problems } from '#app/api/problem.ts';
import { enter, installation } from '#app/features/accounts/session.server.ts';
import { Examples } from '#app/features/register/ui/programs/examples.tsx';
import { Reference } from '#app/features/register/ui/programs/reference.tsx';
import { ReceiptsForPrograms } from '#app/features/register/verifications/receipts/ui/for-programs.tsx';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Prose, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'For companies and programs · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return {
    origin: installation(),
    calls: callsInWords(),
    refusals: Object.entries(problems).map(([code, [status, title]]) => ({ code, status, title })),
    ...questionsAMinute(),
  };
}

export default function Developers() {
  const { origin, calls, refusals, perMinute, perKeyAndMinute } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="For companies and programs"
        lead="The register answers programs as it answers people: the same standing, in the same second, without a key."
      />
      <Section title="Calls">
        <Reference calls={calls} />
        <p>
          The whole description with the shape of every answer, as OpenAPI 3.1:{' '}
          <TextLink to="/api/openapi.json">openapi.json</TextLink>.
        </p>
      </Section>
      <ReceiptsForPrograms />
      <Examples origin={origin} />
      <Section title="With a key">
        <Prose>
          <p>
            Nobody needs a key to read. A company that asks often makes one under{' '}
            <TextLink to="/organisation/keys">API keys</TextLink> and sends it with every question, in the
            header <code>Authorization: Bearer</code> followed by the key. A key that is mistyped, has ended
            or was revoked is answered 401 invalid_key; one that was made for something else, 403
            insufficient_scope.
          </p>
          <p>
            Without a key one address may ask {perMinute} times a minute; with a key, {perKeyAndMinute} times.
            RateLimit says what is left; answers that a network in front of us keeps for everybody do not say
            it. Whoever asks more often gets 429 too_many_requests, and in Retry-After the seconds to wait.
            Without a key there are 30 receipts an hour.
          </p>
        </Prose>
      </Section>
      <Section title="Good to know">
        <Prose>
          <p>
            Answers carry an ETag: send it back as If-None-Match, and an unchanged answer costs 304 and no
            body. Errors are problem documents with a stable code. When the register cannot answer it says 503
            with the code unavailable, never that a recruiter is not there.
          </p>
          <p>
            Of any past day: with asOf the answer is the standing at the end of that day (UTC), from what had
            been decided by then. What is told as it is today stands in asToday.
          </p>
          <p>
            A number nobody ever had, a record that is not public, and a recruiter taken off the register are
            three answers: 404 unknown_recruiter, 404 not_public, 410 removed.
          </p>
        </Prose>
      </Section>
      <Section title="Errors">
        <Summary
          terms="codes"
          items={refusals.map(({ code, status, title }) => ({
            term: <code>{`${status} ${code}`}</code>,
            value: title,
          }))}
        />
      </Section>
    </>
  );
}
