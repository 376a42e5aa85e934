import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { returnReport } from '#app/features/audits/report/commands/return-report.server.ts';
import { reasonForm, type ReasonForm } from '#app/features/audits/forms.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Return the report · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await returnReport(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function ReturnReport() {
  const { audit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ReasonForm>('return', { reply: answer?.reply });
  return (
    <StepPage
      title="Return the report"
      lead="The lead auditor goes on writing and sends the report again, first to the recruiter for a check of the facts, then to you. Nothing is issued until you approve it."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Return the report"
    >
      <TextArea
        field={fields.reason}
        label="Your questions"
        hint="What is missing or does not follow from the evidence"
      />
    </StepPage>
  );
}
