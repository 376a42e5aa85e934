import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { closeConcern } from '#app/features/audits/fieldwork/concerns/commands.server.ts';
import { closeConcernForm, type CloseConcernForm } from '#app/features/audits/fieldwork/concerns/forms.ts';
import { findConcern } from '#app/features/audits/fieldwork/concerns/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'A concern of stage 1 · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  return { audit, concern: found(await findConcern(scope.db, audit, found(params['concernId']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const concernId = found(params['concernId']);
  found(await findConcern(scope.db, audit, concernId));
  const form = await readForm(request, closeConcernForm);
  if (!form.ok) return badInput(form.reply);
  return answered(
    await closeConcern(scope, audit.id, concernId, form.value),
    `/audits/${audit.id}/indicators`,
    form.reply,
  );
}

export default function ConcernPage() {
  const { audit, concern } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<CloseConcernForm>('concern', { reply: answer?.reply });
  return (
    <StepPage
      title="Say what you found"
      lead={`Stage 1 was concerned: ${concern.concern}`}
      place={{
        to: `/audits/${audit.id}/indicators`,
        label: 'Indicators',
        eyebrow: `${audit.recruiter} · indicator ${concern.indicatorCode}`,
      }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Close the concern"
    >
      <TextArea
        field={fields.note}
        label="What you found"
        hint="What does not conform is a finding of its own: raise it on the indicator’s page"
      />
    </StepPage>
  );
}
