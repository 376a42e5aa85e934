import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { discardDraft } from '#app/features/mapping/questionnaires/commands.server.ts';
import { stepForm } from '#app/features/mapping/questionnaires/forms.ts';
import { findDraft } from '#app/features/mapping/questionnaires/queries.server.ts';
import { SureStep } from '#app/features/mapping/questionnaires/ui/sure-step.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Throw the draft away · Questionnaires · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, definition, revision } = found(await findDraft(scope, found(params['draftId'])));
  return { id, title: definition.title.en, revision };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findDraft(scope, found(params['draftId'])));
  const form = await readForm(request, stepForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await discardDraft(scope, id, form.value.revision), '/scheme/questionnaires', form.reply);
}

export default function Discard() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SureStep
      {...view}
      answer={answer}
      step="Throw the draft away"
      lead="Everything written in it is gone. Versions that were published stay as they are."
      button="Throw it away"
    />
  );
}
