import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { draftFrom } from '#app/features/mapping/questionnaires/commands.server.ts';
import { findVersion } from '#app/features/mapping/questionnaires/queries.server.ts';
import { refusalText } from '#app/features/mapping/questionnaires/ui/words.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Draft the next version · Questionnaires · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await enter(request, 'officer');
  const { id, title, version } = found(await findVersion(db, found(params['versionId'])));
  return { id, title: title.en, version };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findVersion(scope.db, found(params['versionId'])));
  const form = await readForm(request, nothingForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await draftFrom(scope, id);
  return answered(outcome, outcome.ok ? `/scheme/questionnaires/drafts/${outcome.value.id}` : '', form.reply);
}

export default function Draft() {
  const { id, title, version } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form] = useFields('draft', { reply: answer?.reply });
  return (
    <StepPage
      title="Draft the next version"
      place={{ to: `/scheme/questionnaires/versions/${id}`, label: `${title}, version ${version}` }}
      lead={`The draft begins as version ${version} stands. Only officers see it until it is published.`}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Begin the draft"
    />
  );
}
