import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { containFinding } from '#app/features/audits/findings/commands/contain-finding.server.ts';
import { containForm, type ContainForm } from '#app/features/audits/findings/forms.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Say how the harm was stopped · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, containForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await containFinding(scope, id, form.value), `/findings/${id}`, form.reply);
}

export default function Contain() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ContainForm>('contain', { reply: answer?.reply });
  return (
    <StepPage
      title="Say how the harm was stopped"
      lead={record.statement}
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Send"
    >
      <TextArea
        field={fields.containment}
        label="What you did at once"
        hint="Who is safe now, what ended, since when. Why it happened comes with your plan."
      />
    </StepPage>
  );
}
