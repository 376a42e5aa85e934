import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { endWatch } from '#app/features/watching/commands.server.ts';
import { findWatch } from '#app/features/watching/queries.server.ts';
import { refusalText, watchedWords } from '#app/features/watching/ui/words.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

export const meta: MetaFunction = () => [{ title: 'End this watch · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const record = found(await findWatch(scope, found(params['id'])));
  return { id: record.id, name: watchedWords(record) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const id = found(params['id']);
  found(await findWatch(scope, id));
  const form = await readForm(request, nothingForm);
  return answered(await endWatch(scope, id), '/watches', form.reply);
}

export default function EndWatch() {
  const { name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SureStep
      title="End this watch"
      lead="Nobody of your company hears of its changes any more, unless another watch covers them."
      place={{ to: '/watches', label: 'Watches', eyebrow: name }}
      reply={answer?.reply}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="End the watch"
      danger
    />
  );
}
