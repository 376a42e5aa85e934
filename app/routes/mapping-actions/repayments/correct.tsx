import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { correctLine } from '#app/features/mapping/actions/repayment/commands.server.ts';
import { correctForm, type CorrectForm } from '#app/features/mapping/actions/repayment/forms.ts';
import { findPlan } from '#app/features/mapping/actions/repayment/queries.server.ts';
import { refusalText } from '#app/features/mapping/actions/ui/words.ts';
import { correctableOptions } from '#app/features/mapping/actions/repayment/ui/ledger.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { SelectField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';

import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Take an entry back · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { lines, ...plan } = found(await findPlan(scope, found(params['id'])));
  const entries = correctableOptions(lines.map(({ entry }) => entry));
  return { id: plan.id, title: plan.title, entries };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findPlan(scope, found(params['id'])));
  const form = await readForm(request, correctForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await correctLine(scope, id, form.value), `/mapping/actions/repayments/${id}`, form.reply);
}

export default function Page() {
  const { id, title, entries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<CorrectForm>('line', { reply: answer?.reply });
  return (
    <StepPage
      title="Take an entry back"
      lead="The wrong entry stays in the ledger, with another one that takes it back."
      place={{ to: `/mapping/actions/repayments/${id}`, label: 'The plan', eyebrow: title }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Take it back"
    >
      <SelectField field={fields.entry} label="The entry that is wrong" options={entries} empty="Choose" />
      <TextArea field={fields.note} label="What was wrong" hint="No names of workers" />
    </StepPage>
  );
}
