import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { deleteList } from '#app/features/register/verifications/lists/commands.server.ts';
import { findList } from '#app/features/register/verifications/lists/queries.server.ts';
import { refusalText } from '#app/features/register/verifications/lists/ui/words.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

export const meta: MetaFunction = () => [{ title: 'Delete this list · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, title } = found(await findList(scope, found(params['id'])));
  return { id, title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findList(scope, found(params['id'])));
  const form = await readForm(request, nothingForm);
  return answered(await deleteList(scope, id), '/lists', form.reply);
}

export default function DeleteList() {
  const { id, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SureStep
      title="Delete this list"
      lead="What was read of it and what you confirmed is deleted at once. Portfolios stay, and so does a receipt: save its address first if you need it."
      place={{ to: `/lists/${id}`, label: 'The list', eyebrow: title }}
      reply={answer?.reply}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Delete the list"
      danger
    />
  );
}
