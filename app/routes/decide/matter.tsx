import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { findCopy } from '#app/features/applications/sections/queries.server.ts';
import { CopyAsSent } from '#app/features/applications/ui/copy-as-sent.tsx';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { voteForm } from '#app/features/certificates/decisions/forms.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { findGranted } from '#app/features/certificates/decisions/preview.server.ts';
import { listVotes } from '#app/features/certificates/decisions/queries.server.ts';
import { MatterHeader } from '#app/features/certificates/decisions/ui/matter-header.tsx';
import { PackageSheet } from '#app/features/certificates/decisions/ui/package-sheet.tsx';
import { NotRead } from '#app/features/certificates/decisions/ui/not-read.tsx';
import { readsVotes } from '#app/features/certificates/decisions/rules.ts';
import { refusalText } from '#app/features/certificates/decisions/ui/refusals.ts';
import { VoteForm } from '#app/features/certificates/decisions/ui/vote-form.tsx';
import { Votes } from '#app/features/certificates/decisions/ui/votes.tsx';
import { previewAbandoned, previewDecision, previewScopes } from '#app/features/register/preview.server.ts';
import { Coverages, Readings } from '#app/features/register/ui/before-after.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { Section } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Decide on ${data?.matter.recruiter ?? 'a matter'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'decider');
  await askWhoItIs(request);
  const { matter, member, refusal, contents, standing } = found(
    await findPackage(scope, found(params['id'])),
  );
  // Nobody leans on another's vote: a closed meeting may be followed by another, so they wait for one's own or the end.
  const votes = contents && readsVotes(matter, member) ? await listVotes(scope, matter.id) : undefined;
  const copy = contents && (await findCopy(scope.db, matter.applicationId));
  const closed = standing.ok ? undefined : standing.refusal;
  const granted = contents && standing.ok ? await findGranted(scope, matter) : undefined;
  const abandoned = contents !== undefined && standing.ok && matter.kind === 'abandoned_audit';
  const readings = granted
    ? await previewDecision(scope, { kind: matter.kind, granted })
    : await (abandoned ? previewAbandoned(scope, matter.organisationId) : []);
  const coverage = granted?.covered
    ? await previewScopes(scope, granted.registrationNumber, {
        'What it will say is covered if it is granted': granted.covered,
      })
    : [];
  return {
    matter,
    member,
    refusal,
    contents,
    closed,
    votes,
    copy,
    readings,
    coverage,
    today: dayOf(scope.now),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'decider');
  const { matter } = found(await findPackage(scope, found(params['id'])));
  const form = await readForm(request, voteForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await castVote(scope, matter.id, form.value), '/scheme/decisions', form.reply);
}

export default function Matter() {
  const { matter, member, refusal, contents, closed, votes, copy, ...read } = useLoaderData<typeof loader>();
  const { readings, coverage, today } = read;
  const answer = useActionData<typeof action>();
  return (
    <>
      <MatterHeader
        matter={matter}
        undeclared={member.bar === null && !member.declared}
        votable={contents !== undefined && closed === undefined}
        today={today}
      />
      {contents ? (
        <>
          <PackageSheet contents={contents} today={today} />
          <CopyAsSent copy={copy} />
          {votes ? <Votes votes={votes} /> : null}
          <Readings readings={readings} />
          <Coverages readings={coverage} />
          <Section title="Your vote">
            {closed && !answer ? (
              <p>{refusalText(closed)}</p>
            ) : (
              <VoteForm
                kind={matter.kind}
                reference={contents.reference}
                findings={contents.findings}
                quorum={matter.quorum}
                reply={answer?.reply}
                refusal={answer?.refusal && refusalText(answer.refusal)}
              />
            )}
          </Section>
        </>
      ) : (
        <NotRead refusal={answer?.refusal ?? refusal ?? ''} />
      )}
    </>
  );
}
