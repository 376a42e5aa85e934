import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { answerClaim } from '#app/features/certificates/claims/commands.server.ts';
import { answerClaimForm } from '#app/features/certificates/claims/forms.ts';
import { claimStanding } from '#app/features/certificates/claims/model.ts';
import { findClaim } from '#app/features/certificates/claims/queries.server.ts';
import { listChecks } from '#app/features/certificates/claims/checks/queries.server.ts';
import { Checks } from '#app/features/certificates/claims/checks/ui/check-parts.tsx';
import {
  AnswerClaimForm,
  claimFacts,
  claimWords,
  GrantedClaim,
} from '#app/features/certificates/claims/ui/claim-parts.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'A use of the certificate · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const use = found(await findClaim(scope, found(params['id'])));
  return { use, checks: await listChecks(scope.db, use.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findClaim(scope, found(params['id'])));
  const form = await readForm(request, answerClaimForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await answerClaim(scope, id, form.value), `/scheme/claims/${id}`, form.reply);
}

export default function Claim() {
  const { use, checks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={use.recruiter}
        eyebrow={use.number}
        back={{ to: '/now', label: 'Your desk' }}
        lead={claimStanding(use)}
      />
      <Section title="How the certificate will be shown">
        <Summary items={[...claimFacts(use), ...claimWords(use)]} />
      </Section>
      <Checks checks={checks} />
      {use.state === 'requested' ? <AnswerClaimForm answer={answer} /> : null}
      {use.state === 'registered' ? <GrantedClaim use={use} /> : null}
    </>
  );
}
