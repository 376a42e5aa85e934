import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { lodgeCertificateAppeal } from '#app/features/certificates/appeals/commands/lodge-appeal.server.ts';
import { findDecision } from '#app/features/certificates/appeals/decisions.server.ts';
import { lodgeForm } from '#app/features/certificates/appeals/forms.ts';
import { againstNames } from '#app/features/certificates/appeals/model.ts';
import { mayLodge } from '#app/features/certificates/appeals/policy.ts';
import { listOwnDecisions } from '#app/features/certificates/appeals/queries.server.ts';
import { LodgeForm } from '#app/features/certificates/appeals/ui/forms.tsx';
import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { allowed, answered, badInput, found } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Appeal against a decision · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const decisions = await listOwnDecisions(scope);
  const decision = found(decisions.find(({ ref }) => ref === params['decision']));
  allowed(mayLodge(scope.actor, scope.actor.organisationId));
  return { decision };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { organisationId } = scope.actor;
  const { ref } = found(await findDecision(scope.db, organisationId, found(params['decision'])));
  const form = await readForm(request, lodgeForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await lodgeCertificateAppeal(scope, ref, form.value);
  return answered(outcome, '/certificate/appeals', form.reply);
}

export default function Appeal() {
  const { decision } = useLoaderData<typeof loader>();
  const { against, at, number, until, decisionDays } = decision;
  return (
    <>
      <PageHeader
        title="Appeal against a decision"
        eyebrow={number}
        back={{ to: '/certificate/appeals', label: 'Appeals' }}
        lead={`${againstNames[against]}, ${timeInWords(at)}. You may appeal until ${dayInWords(until)}. People who had no part in the decision look at it and answer within ${decisionDays} days. While they do, the register says that an appeal is pending, and nothing of what you write.`}
      />
      <LodgeForm back="/certificate/appeals" answer={useActionData<typeof action>()} against={against} />
    </>
  );
}
