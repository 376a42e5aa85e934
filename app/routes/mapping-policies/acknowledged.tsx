import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { EvidenceFile } from '#app/features/mapping/actions/ui/fields.tsx';
import { receiveShown } from '#app/features/mapping/papers/receive.server.ts';
import { recordAcknowledgement } from '#app/features/mapping/policies/commands.server.ts';
import { acknowledgedForm } from '#app/features/mapping/policies/forms.ts';
import { findSending } from '#app/features/mapping/policies/queries.server.ts';
import { sendingInWords } from '#app/features/mapping/policies/rules.ts';
import { refusalText } from '#app/features/mapping/policies/ui/words.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'An acknowledgement · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const sending = found(await findSending(scope, found(params['id'])));
  return { sending, state: sendingInWords(sending, dayOf(scope.now)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, policyId } = found(await findSending(scope, found(params['id'])));
  const received = await receiveShown({
    ...{ request, storage: theStorage(), schema: acknowledgedForm },
    take: (form, file) => recordAcknowledgement(scope, id, form, file),
  });
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/mapping/policies/${policyId}`, received.reply);
}

type Fields = { on: string; by: string; evidence: string; file: string };

export default function Acknowledged() {
  const { sending, state } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<Fields>('acknowledged', { reply: answer?.reply });
  const { party, number, title, policyId, acknowledgedOn } = sending;
  return (
    <StepPage
      title={`${party ?? 'A supplier'}: version ${number} acknowledged`}
      lead={`It is ${state}.`}
      place={{ to: `/mapping/policies/${policyId}`, label: 'The policy', eyebrow: title }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={acknowledgedOn === null ? 'Record it' : undefined}
      encType="multipart/form-data"
    >
      <DateField field={fields.on} label="Acknowledged on" />
      <TextField field={fields.by} label="By whom" hint="Name and role" />
      <TextArea field={fields.evidence} label="What shows it" />
      <EvidenceFile field={fields.file} />
    </StepPage>
  );
}
