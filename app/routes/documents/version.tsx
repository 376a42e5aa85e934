import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import type { VersionForm } from '#app/features/documents/forms.ts';
import { mostBytesOf } from '#app/features/documents/model.ts';
import { findDocument } from '#app/features/documents/queries.server.ts';
import { receiveVersion } from '#app/features/documents/receive.server.ts';
import { VersionFields } from '#app/features/documents/ui/fields.tsx';
import { refusalText } from '#app/features/documents/ui/refusals.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a version · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id, title, kind } = found(await findDocument(scope, found(params['id'])));
  return { id, title, megabytes: mostBytesOf(kind) / 1024 / 1024 };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const document = found(await findDocument(scope, found(params['id'])));
  const received = await receiveVersion(scope, document, request, theStorage());
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/documents/${document.id}`, received.reply);
}

export default function NewVersion() {
  const { id, title, megabytes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<VersionForm & { file: string }>('version', { reply: answer?.reply });
  return (
    <StepPage
      title="Add a version"
      place={{ to: `/documents/${id}`, label: 'Document', eyebrow: title }}
      lead="The newest version counts. Those before it stay, with who sent and who saw them."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      encType="multipart/form-data"
      button="Add the version"
    >
      <VersionFields
        fields={fields}
        hint={`PDF up to ${megabytes} MB; photo, Word, Excel or PowerPoint without macros up to 25 MB`}
      />
    </StepPage>
  );
}
