import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { removeClip } from '#app/features/workers/clips/commands.server.ts';
import { clipRoles } from '#app/features/workers/clips/policy.ts';
import { answerNames, refusalText } from '#app/features/workers/clips/ui/words.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

import { findSpoken, renewClips } from '../clips.server.ts';

export const meta: MetaFunction = () => [{ title: 'Remove a recording · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...clipRoles);
  const { language, answer } = found(await findSpoken(scope, params['lang'], params['answer']));
  return { language, answer };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...clipRoles);
  const { language, answer } = found(await findSpoken(scope, params['lang'], params['answer']));
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await removeClip(scope, { language, answer });
  await renewClips();
  return answered(outcome, `/scheme/languages/${language}/clips/${answer}`, form.reply);
}

export default function Remove() {
  const { language, answer } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <SureStep
      title="Remove the recording"
      lead="Workers no longer hear this answer; they still read it. That the recording was there, and who removed it, stays on record."
      place={{ to: `/scheme/languages/${language}/clips/${answer}`, label: answerNames[answer] }}
      refusal={said?.refusal && refusalText(said.refusal)}
      reply={said?.reply}
      button="Remove it"
      danger
    />
  );
}
