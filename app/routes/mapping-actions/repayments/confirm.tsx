import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { confirmRepaid } from '#app/features/mapping/actions/repayment/commands.server.ts';
import { confirmForm, type ConfirmFields } from '#app/features/mapping/actions/repayment/forms.ts';
import { findPlan } from '#app/features/mapping/actions/repayment/queries.server.ts';
import { refusalText } from '#app/features/mapping/actions/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, NumberField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Workers confirm · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const plan = found(await findPlan(scope, found(params['id'])));
  return { id: plan.id, title: plan.title, fresh: crypto.randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findPlan(scope, found(params['id'])));
  const form = await readForm(request, confirmForm);
  if (!form.ok) return badInput(form.reply);
  return answered(
    await confirmRepaid(scope, id, form.value),
    `/mapping/actions/repayments/${id}`,
    form.reply,
  );
}

export default function Page() {
  const { id, title, fresh } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ConfirmFields>('line', { reply: answer?.reply });
  return (
    <StepPage
      title="Workers confirm"
      lead="How many workers say that they have everything back. Ask them without their supervisor or recruiter present."
      place={{ to: `/mapping/actions/repayments/${id}`, label: 'The plan', eyebrow: title }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Record it"
    >
      <GivenId field={fields.id} fresh={fresh} spent={answer?.refusal === 'sent_before'} />
      <NumberField field={fields.workers} label="Workers who confirm" hint="Those not counted before" />
      <DateField field={fields.day} label="Day they were asked" />
      <TextArea field={fields.note} label="How they were asked" hint="No names of workers" />
    </StepPage>
  );
}
