import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { containFinding } from '#app/features/audits/findings/containment/commands.server.ts';
import { containForm, type ContainForm } from '#app/features/audits/findings/containment/forms.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { addShown } from '#app/features/documents/evidence.server.ts';
import { receiveFile } from '#app/features/documents/receive.server.ts';
import { documentTypes } from '#app/platform/files/documents.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { FileField, TextArea } from '#app/ui/fields.tsx';
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
  const received = await receiveFile({
    ...{ request, storage: theStorage(), schema: containForm },
    take: (form, file) =>
      containFinding(scope, id, form, (trx, shown) =>
        addShown(trx, scope, { ...shown, kind: 'other' }, file),
      ),
  });
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/findings/${id}`, received.reply);
}

export default function Contain() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ContainForm & { file: string }>('contain', { reply: answer?.reply });
  const refused = record.containments[0]?.answerReason;
  return (
    <StepPage
      title="Say how the harm was stopped"
      lead={refused ? `Your audit body does not believe that it is stopped: ${refused}` : record.statement}
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Send"
      encType="multipart/form-data"
    >
      <TextArea
        field={fields.containment}
        label="What you did at once"
        hint="Who is safe now, what ended, since when. Why it happened comes with your plan. No names of workers."
      />
      <FileField
        field={fields.file}
        label="What shows it"
        hint="A document or a photo: PDF, JPEG, PNG or WebP, up to 25 MB. It is kept among your documents, checked for viruses, and stands as it was sent. Your audit body reads it and says whether it believes that the harm is stopped."
        accept={documentTypes.join(',')}
      />
    </StepPage>
  );
}
