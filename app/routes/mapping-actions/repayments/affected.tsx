import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { addAffected } from '#app/features/mapping/actions/repayment/commands.server.ts';
import { affectedForm, type AffectedFields } from '#app/features/mapping/actions/repayment/forms.ts';
import { findPlan } from '#app/features/mapping/actions/repayment/queries.server.ts';
import { refusalText } from '#app/features/mapping/actions/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, NumberField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'More workers affected · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const plan = found(await findPlan(scope, found(params['id'])));
  return { id: plan.id, title: plan.title, fresh: crypto.randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findPlan(scope, found(params['id'])));
  const form = await readForm(request, affectedForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await addAffected(scope, id, form.value), `/mapping/actions/repayments/${id}`, form.reply);
}

export default function Page() {
  const { id, title, fresh } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AffectedFields>('line', { reply: answer?.reply });
  return (
    <StepPage
      title="More workers affected"
      lead="Workers who turned out to have paid, besides those in the plan."
      place={{ to: `/mapping/actions/repayments/${id}`, label: 'The plan', eyebrow: title }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Add them"
    >
      <GivenId field={fields.id} fresh={fresh} spent={answer?.refusal === 'sent_before'} />
      <NumberField field={fields.workers} label="How many more workers" />
      <DateField field={fields.day} label="Day this was found" />
      <TextArea field={fields.note} label="What shows it" hint="No names of workers" />
    </StepPage>
  );
}
