import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { declareForm } from '#app/features/audits/team/forms.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { DeclarePage } from '#app/features/bodies/interests/ui/declare-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Declare conflicts of interest · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, declareForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await declareConflict(scope, id, form.value);
  const cancelled = outcome.ok && outcome.value.state === 'cancelled';
  return answered(outcome, cancelled ? '/audits' : `/audits/${id}`, form.reply);
}

const options = [
  { value: 'no', label: 'I have no conflict of interest' },
  { value: 'yes', label: 'I have one', hint: 'The audit is cancelled, to be scheduled again without you' },
];

export default function Declare() {
  const { audit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DeclarePage
      recruiter={audit.recruiter}
      place={placeOfAudit(audit)}
      options={options}
      reply={answer?.reply}
      refusal={answer?.refusal && refusalText(answer.refusal)}
    />
  );
}
