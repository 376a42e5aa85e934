import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { withdrawHelp } from '#app/features/workers/help/commands.server.ts';
import { withdrawForm, type WithdrawForm } from '#app/features/workers/help/forms.ts';
import { keeperRoles } from '#app/features/workers/help/policy.ts';
import { findHelp } from '#app/features/workers/help/queries.server.ts';
import { refusalText } from '#app/features/workers/help/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Withdraw who helps · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keeperRoles);
  return { entry: found(await findHelp(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...keeperRoles);
  const { id } = found(await findHelp(scope, found(params['id'])));
  const form = await readForm(request, withdrawForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await withdrawHelp(scope, id, form.value), `/scheme/help/${id}`, form.reply);
}

export default function Withdraw() {
  const { entry } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<WithdrawForm>('help-withdraw', { reply: answer?.reply });
  return (
    <StepPage
      title={`Withdraw ${entry.name}`}
      place={{ to: `/scheme/help/${entry.id}`, label: entry.name }}
      lead="No worker reads it from now on. It stays here with your reason, and is not taken up again: whoever comes back is listed anew."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Withdraw"
      danger
    >
      <TextArea field={fields.reason} label="Why" hint="Only the scheme reads this" />
    </StepPage>
  );
}
