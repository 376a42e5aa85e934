import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { withdrawEntry } from '#app/features/mapping/corridors/commands.server.ts';
import { withdrawForm } from '#app/features/mapping/corridors/forms.ts';
import { findEntry } from '#app/features/mapping/corridors/queries.server.ts';
import { refusalText } from '#app/features/mapping/corridors/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Withdraw an entry · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { entry: found(await findEntry(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findEntry(scope, found(params['id'])));
  const form = await readForm(request, withdrawForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await withdrawEntry(scope, id, form.value), `/scheme/corridors/${id}`, form.reply);
}

export default function Withdraw() {
  const { entry } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = { reason: '', version: String(entry.version) };
  const [form, fields] = useFields<typeof saved>('corridor-withdraw', { reply: answer?.reply, saved });
  return (
    <StepPage
      title={`Withdraw “${entry.title}”`}
      place={{ to: `/scheme/corridors/${entry.id}`, label: entry.title }}
      lead="From now on the book does not say it any more. What it said stays here, with your reason, for whoever cited it."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Withdraw"
      danger
    >
      <TextArea field={fields.reason} label="Why" />
      <input type="hidden" name={fields.version.name} value={fields.version.initialValue} />
    </StepPage>
  );
}
