import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { findCase } from '#app/features/workers/casework/case.server.ts';
import { openCaseFile } from '#app/features/workers/casework/file.server.ts';
import { nameFor } from '#app/platform/files/documents.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { downloadBytes, found } from '#app/platform/http.server.ts';

/** A photo or voice message of a complaint, for saving: whoever opens it is written down. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { id, number } = found(await findCase(scope, found(params['number'])));
  const storage = theStorage();
  const { bytes, mediaType } = found(await openCaseFile({ ...scope, storage }, id, found(params['file'])));
  return downloadBytes(bytes, { filename: nameFor(number, mediaType), mediaType });
}
