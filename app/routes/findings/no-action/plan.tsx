import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { planNoAction } from '#app/features/audits/findings/no-action/commands.server.ts';
import { noActionForm, type NoActionForm } from '#app/features/audits/findings/no-action/forms.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Say why nothing is planned · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, noActionForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await planNoAction(scope, id, form.value), `/findings/${id}`, form.reply);
}

export default function PlanNoAction() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<NoActionForm>('no-action', { reply: answer?.reply });
  return (
    <StepPage
      title="Say why nothing is planned"
      lead="A minor finding that harmed no worker may stay as it is, for a good reason. The audit team accepts your reason, and the finding closes, or returns it, and you send a plan."
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Send the reason"
    >
      <TextArea
        field={fields.noActionReason}
        label="Why nothing is planned"
        hint="Such as: the form it is about is no longer used. What would make you think again?"
      />
    </StepPage>
  );
}
