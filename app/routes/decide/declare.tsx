import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { declareForm } from '#app/features/certificates/decisions/forms.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { refusalText } from '#app/features/certificates/decisions/ui/refusals.ts';
import { DeclarePage } from '#app/features/bodies/interests/ui/declare-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Declare conflicts of interest · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'decider');
  return { matter: found(await findPackage(scope, found(params['id']))).matter };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'decider');
  const { matter } = found(await findPackage(scope, found(params['id'])));
  const form = await readForm(request, declareForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await declareInterest(scope, matter.id, form.value);
  return answered(outcome, `/scheme/decisions/${matter.id}`, form.reply);
}

const options = [
  { value: 'no', label: 'Nothing ties me to this recruiter' },
  { value: 'yes', label: 'Something does', hint: 'You neither read the package nor vote on it' },
];

export default function Declare() {
  const { matter } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = `/scheme/decisions/${matter.id}`;
  return (
    <DeclarePage
      recruiter={matter.recruiter}
      place={{ to: back, label: matter.recruiter, eyebrow: matter.reference }}
      options={options}
      reply={answer?.reply}
      refusal={answer?.refusal && refusalText(answer.refusal)}
    />
  );
}
