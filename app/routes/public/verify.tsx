import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findFingerprint } from '#app/features/certificates/paper/fingerprint.server.ts';
import { findByCertificate, isUnderAppeal } from '#app/features/register/queries.server.ts';
import { AbsencePage } from '#app/features/register/ui/absence.tsx';
import { Coverage } from '#app/features/register/ui/coverage.tsx';
import { AppealPending, StandingPanel } from '#app/features/register/ui/standing.tsx';
import { timeInWords } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { StandingBanner } from '#app/ui/status-tag.tsx';

export const meta: MetaFunction = () => [
  { title: 'Does this certificate count? · Fairroute' },
  { name: 'robots', content: 'noindex' },
];

/** `no-store`: whoever scans the code again after a suspension sees the suspension. */
const headers = { 'Cache-Control': 'no-store' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const number = found(params['certificateNumber']);
  const answer = await findByCertificate(scope, number);
  if (!answer.ok)
    return data(
      { absence: answer.refusal, number },
      { status: answer.refusal === 'removed' ? 410 : 404, headers },
    );
  const appealed = await isUnderAppeal(scope, answer.value.record.registrationNumber);
  const asOf = scope.now.toISOString();
  const fingerprint = await findFingerprint(scope, number);
  return data({ ...answer.value, number: number.toUpperCase(), asOf, appealed, fingerprint }, { headers });
}

const ends: Record<string, string> & { active: string } = {
  // No other word: its last day has passed, and another certificate counts.
  active: 'It came to its end.',
  withdrawn: 'It was withdrawn.',
  superseded: 'A newer certificate took its place.',
  transferred: 'It goes on under a new number with another audit body.',
};

export default function Verify() {
  const page = useLoaderData<typeof loader>();
  if ('absence' in page) return <AbsencePage absence={page.absence} number={page.number} />;
  const { record, counts, became, number, asOf, appealed, fingerprint } = page;
  return (
    <>
      <PageHeader
        title={record.name}
        eyebrow={`Certificate ${number}`}
        clock={`As of ${timeInWords(asOf)}`}
      />
      {record.nameLocal ? <p className="text-lg">{record.nameLocal}</p> : null}
      {counts ? (
        <StandingPanel standing={record.standing} certificate={record.certificate} />
      ) : (
        <StandingBanner tone="withdrawn" title="This certificate does not count any more">
          <p>{ends[became] ?? ends.active} The recruiter’s record says where it stands today.</p>
        </StandingBanner>
      )}
      {appealed ? <AppealPending /> : null}
      <Section title="What is on record">
        <Coverage record={record} today={asOf.slice(0, 10)} />
      </Section>
      {fingerprint ? (
        <Section title="Is the paper genuine?">
          <p>
            Its paper carries this SHA-256: <code className="break-words">{fingerprint}</code>. Another one
            means that the paper was altered, or printed before something on it changed. What stands here
            counts.
          </p>
        </Section>
      ) : null}
      <div>
        <ButtonLink to={`/register/${record.registrationNumber}`}>See the whole record</ButtonLink>
      </div>
    </>
  );
}
