import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { DeclarePage } from '#app/features/bodies/interests/ui/declare-page.tsx';
import { declareForm } from '#app/features/certificates/decisions/forms.ts';
import { findTransfer } from '#app/features/certificates/transfer/queries.server.ts';
import { declareForTransfer } from '#app/features/certificates/transfer/review.server.ts';
import { refusalText } from '#app/features/certificates/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Declare conflicts of interest · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  return { transfer: found(await findTransfer(scope, found(params['id']))).transfer };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  const { id } = found(await findTransfer(scope, found(params['id']))).transfer;
  const form = await readForm(request, declareForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await declareForTransfer(scope, id, form.value), `/transfers/${id}`, form.reply);
}

const options = [
  { value: 'no', label: 'Nothing ties me to this recruiter' },
  { value: 'yes', label: 'Something does', hint: 'You read none of its reports; a colleague answers' },
];

export default function Declare() {
  const { transfer } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DeclarePage
      recruiter={transfer.recruiter}
      place={{ to: `/transfers/${transfer.id}`, label: transfer.recruiter, eyebrow: transfer.number }}
      options={options}
      reply={answer?.reply}
      refusal={answer?.refusal && refusalText(answer.refusal)}
    />
  );
}
