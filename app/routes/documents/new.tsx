import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import type { DocumentForm } from '#app/features/documents/forms.ts';
import { kindNames } from '#app/features/documents/model.ts';
import { receiveDocument } from '#app/features/documents/receive.server.ts';
import { VersionFields } from '#app/features/documents/ui/fields.tsx';
import { refusalText } from '#app/features/documents/ui/refusals.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { RadioGroup, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a document · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'recruiter');
  return {};
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const received = await receiveDocument(scope, request, theStorage());
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, '/documents', received.reply);
}

const options = Object.entries(kindNames).map(([value, label]) => ({ value, label }));

export default function NewDocument() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<DocumentForm & { file: string }>('document', { reply: answer?.reply });
  return (
    <StepPage
      title="Add a document"
      place={{ to: '/documents', label: 'Documents' }}
      lead="Leave out names and passports of workers wherever the document shows what it should without them."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      encType="multipart/form-data"
      button="Add the document"
    >
      <RadioGroup field={fields.kind} label="What it is" options={options} required />
      <TextField
        field={fields.title}
        label="Name"
        hint="As others would call it: “Fee policy 2026”"
        required
      />
      <VersionFields
        fields={fields}
        hint="PDF, photo (JPEG, PNG, WebP), Word, Excel or PowerPoint without macros, up to 25 MB. Payroll and payment records as PDF: up to 200 MB."
      />
    </StepPage>
  );
}
