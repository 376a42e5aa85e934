import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { changeEntry } from '#app/features/mapping/corridors/commands.server.ts';
import { changeForm } from '#app/features/mapping/corridors/forms.ts';
import { findEntry } from '#app/features/mapping/corridors/queries.server.ts';
import { SaidFields, savedAs, type ChangeAnswers } from '#app/features/mapping/corridors/ui/entry-fields.tsx';
import { placeInWords, refusalText } from '#app/features/mapping/corridors/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Change an entry · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { entry: found(await findEntry(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findEntry(scope, found(params['id'])));
  const form = await readForm(request, changeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await changeEntry(scope, id, form.value), `/scheme/corridors/${id}`, form.reply);
}

export default function Change() {
  const { entry } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ChangeAnswers>('corridor', {
    reply: answer?.reply,
    saved: savedAs(entry),
  });
  return (
    <StepPage
      title="Change it, or check it again"
      place={{ to: `/scheme/corridors/${entry.id}`, label: entry.title, eyebrow: placeInWords(entry) }}
      lead={`You say that you looked at the source today. Saved as version ${entry.version + 1}, changed or not; version ${entry.version} stays to be read by whoever cited it.`}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save the new version"
    >
      <SaidFields fields={fields} />
      <input type="hidden" name={fields.version.name} value={fields.version.initialValue} />
    </StepPage>
  );
}
