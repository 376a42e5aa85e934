import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { recordForm, type RecordForm } from '#app/features/audits/interviews/forms.ts';
import { findOffered } from '#app/features/audits/interviews/sample.server.ts';
import { Consent } from '#app/features/audits/interviews/ui/consent.tsx';
import { IdentityFields } from '#app/features/audits/interviews/ui/identity-fields.tsx';
import { WorkerFields } from '#app/features/audits/interviews/ui/worker-fields.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a worker · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  return { audit, id: crypto.randomUUID(), offered: await findOffered(scope.db, audit.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, recordForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await recordInterview(scope, id, form.value);
  return outcome.ok
    ? redirect(`/audits/${id}/interviews/${outcome.value.id}`)
    : refused(outcome.refusal, form.reply);
}

export default function NewInterview() {
  const { audit, id, offered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<RecordForm>('record-interview', {
    reply: answer?.reply,
    saved: { origin: audit.country },
  });
  return (
    <StepPage
      title="Add a worker"
      lead="The worker gets a key, drawn at random, that stands for the name everywhere else. Corridor, sector, stage and sex show whether the sample is kept; nothing else is readable without the key file."
      place={{
        to: `/audits/${audit.id}/interviews`,
        label: 'Worker interviews',
        eyebrow: audit.recruiter,
      }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Add the worker"
    >
      <GivenId field={fields.id} fresh={id} spent={answer?.refusal === 'sent_before'} />
      <Consent />
      <WorkerFields fields={fields} offered={offered} />
      <IdentityFields name={fields.name} phone={fields.phone} />
    </StepPage>
  );
}
