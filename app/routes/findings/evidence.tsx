import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { evidenceForm, type EvidenceForm } from '#app/features/audits/findings/forms.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { addShown } from '#app/features/documents/evidence.server.ts';
import { receiveShown } from '#app/features/documents/receive.server.ts';
import { documentTypes } from '#app/platform/files/documents.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { FileField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Send evidence · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { finding } = found(await findFinding(scope, found(params['id'])));
  const received = await receiveShown({
    ...{ request, storage: theStorage(), schema: evidenceForm },
    take: (form, file) =>
      submitEvidence(
        scope,
        finding.id,
        form,
        file && ((trx, shown) => addShown(trx, scope, { ...shown, kind: 'other' }, file)),
      ),
  });
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/findings/${finding.id}`, received.reply);
}

export default function Evidence() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<EvidenceForm & { file: string }>('evidence', { reply: answer?.reply });
  const rejected = record.proofs[0]?.answerReason;
  return (
    <StepPage
      title="Send evidence"
      lead={rejected ? `What you sent was not enough: ${rejected}` : record.statement}
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Send the evidence"
      encType="multipart/form-data"
    >
      <TextArea
        field={fields.description}
        label="What was done"
        hint="And what shows it. No names of workers."
      />
      <FileField
        field={fields.file}
        label="File"
        hint="PDF, JPEG, PNG or WebP, up to 25 MB. It is kept among your documents, checked for viruses, and stands as it was sent."
        accept={documentTypes.join(',')}
        optional
      />
    </StepPage>
  );
}
