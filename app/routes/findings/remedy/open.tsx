import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { openRemedy } from '#app/features/audits/remedy/commands/open-remedy.server.ts';
import { openForm, type OpenForm } from '#app/features/audits/remedy/forms.ts';
import { placeOfRemedy } from '#app/features/audits/remedy/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, NumberField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Open the remedy · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { finding } = found(await findFinding(scope, found(params['id'])));
  return { finding };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, openForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await openRemedy(scope, id, form.value), `/findings/${id}/remedy`, form.reply);
}

export default function Page() {
  const { finding } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<OpenForm>('open', { reply: answer?.reply });
  return (
    <StepPage
      title="Open the remedy"
      lead={`You confirm that workers were harmed. The recruiter has ${finding.terms.correctiveAction.remedyDays} days from today to make it good, and the finding cannot be closed before.`}
      place={placeOfRemedy(finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Open the remedy"
    >
      <NumberField
        field={fields.workers}
        label="Workers affected"
        hint="As many as you know of; more can be added"
      />
      <DateField field={fields.happenedOn} label="Known since" />
      <TextArea
        field={fields.note}
        label="How you know"
        hint="Interviews by their keys, records. No names of workers."
      />
    </StepPage>
  );
}
