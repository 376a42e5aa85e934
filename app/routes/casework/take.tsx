import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findCase } from '#app/features/workers/casework/case.server.ts';
import { takeCase } from '#app/features/workers/casework/commands/hold.server.ts';
import { refusalText } from '#app/features/workers/casework/ui/words.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

export const meta: MetaFunction = () => [{ title: 'Take a case on · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { number } = found(await findCase(scope, found(params['number'])));
  return { number };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { id, number } = found(await findCase(scope, found(params['number'])));
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await takeCase(scope, id), `/casework/${number}`, form.reply);
}

export default function Take() {
  const { number } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SureStep
      title={`Take on case ${number}`}
      place={{ to: `/casework/${number}`, label: `Case ${number}` }}
      lead="You are going to work on it. It is open to you and to nobody else, and every time you open it is written down."
      reply={answer?.reply}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Take it on"
    />
  );
}
