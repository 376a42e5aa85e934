import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { addMisuseFile } from '#app/features/certificates/claims/misuse/add-file.server.ts';
import { fileForm } from '#app/features/certificates/claims/misuse/forms.ts';
import { findMisuse } from '#app/features/certificates/claims/misuse/queries.server.ts';
import { AddMisuseFile } from '#app/features/certificates/claims/ui/misuse-file.tsx';
import { addShown } from '#app/features/documents/evidence.server.ts';
import { receiveFile } from '#app/features/documents/receive.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Show a misuse · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, number, recruiter } = found(await findMisuse(scope, found(params['id'])));
  return { id, number, recruiter };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findMisuse(scope, found(params['id'])));
  const received = await receiveFile({
    ...{ request, storage: theStorage(), schema: fileForm },
    take: (form, file) =>
      addMisuseFile(scope, id, form, {
        sha256: file.sha256,
        keep: (trx, shown) => addShown(trx, scope, { ...shown, kind: 'other' }, file),
      }),
  });
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/scheme/misuses/${id}`, received.reply);
}

export default function File() {
  const { id, number, recruiter } = useLoaderData<typeof loader>();
  return (
    <AddMisuseFile
      place={{ to: `/scheme/misuses/${id}`, label: `${recruiter}: misuse in public`, eyebrow: number }}
      answer={useActionData<typeof action>()}
    />
  );
}
