import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findApplication } from '#app/features/applications/queries.server.ts';
import { declareReviewer } from '#app/features/applications/review/commands.server.ts';
import { declareForm } from '#app/features/applications/review/forms.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { DeclarePage } from '#app/features/bodies/interests/ui/declare-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Declare conflicts of interest · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { application: found(await findApplication(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findApplication(scope, found(params['id'])));
  const form = await readForm(request, declareForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await declareReviewer(scope, id, form.value), `/scheme/applications/${id}`, form.reply);
}

const options = [
  { value: 'no', label: 'Nothing ties me to this applicant' },
  {
    value: 'yes',
    label: 'Something does',
    hint: 'What it sent stays closed to you; a colleague reviews it',
  },
];

export default function Declare() {
  const { application } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = `/scheme/applications/${application.id}`;
  return (
    <DeclarePage
      recruiter={application.recruiter}
      place={{ to: back, label: application.recruiter, eyebrow: application.reference }}
      options={options}
      looked="reason"
      hint="Ties you considered, and what you found. Only the scheme reads this."
      reply={answer?.reply}
      refusal={answer?.refusal && refusalText(answer.refusal)}
    />
  );
}
