import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOwnContents } from '#app/features/applications/sections/own.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { receiveLicence } from '#app/features/documents/receive.server.ts';
import { answered, found, unstored } from '#app/platform/http.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { bytesInWords, documentTypes } from '#app/platform/files/documents.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader, Summary } from '#app/ui/page.tsx';
import { FileForm } from '#app/ui/parts/file-form.tsx';

export const meta: MetaFunction = () => [{ title: 'Scan of the licence · Your application · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { documents, open } = found(await findOwnContents(scope));
  return {
    open,
    documents: documents.map(({ id, filename, bytes, scan }) => ({
      id,
      filename,
      bytes,
      waits: scan === 'quarantined',
    })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { application } = found(await findOwnContents(scope));
  const received = await receiveLicence(scope, application.id, request, theStorage());
  if (!received.stored) return unstored(received.problem);
  return answered(received.outcome, '/apply/licence-scan');
}

export default function LicenceScan() {
  const { open, documents } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <>
      <PageHeader
        title="Scan of the licence"
        back={{ to: '/apply/licences', label: 'Licences' }}
        lead="Attach each licence as a scan or a photo. Only the scheme's reviewers and your auditors see it."
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      {documents.length > 0 ? (
        <Summary
          items={documents.map(({ filename, bytes, waits }) => ({
            term: bytesInWords(bytes),
            value: waits ? `${filename}, being checked for viruses` : filename,
          }))}
        />
      ) : null}
      {open ? (
        <FileForm
          name="scan"
          label={documents.length > 0 ? 'Another scan' : 'Choose a file'}
          hint="PDF, JPEG, PNG or WebP, up to 25 MB"
          accept={documentTypes.join(',')}
        >
          <Actions>
            <Button kind={documents.length > 0 ? 'secondary' : 'primary'}>Attach</Button>
            <ButtonLink to="/apply/operations" kind={documents.length > 0 ? 'primary' : 'secondary'}>
              Continue
            </ButtonLink>
          </Actions>
        </FileForm>
      ) : (
        <p>{refusalText('already_sent')}</p>
      )}
    </>
  );
}
