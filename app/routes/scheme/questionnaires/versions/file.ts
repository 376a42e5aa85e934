import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { definitionFile } from '#app/features/mapping/questionnaires/export.server.ts';
import { findVersion } from '#app/features/mapping/questionnaires/queries.server.ts';
import { downloadBytes, found } from '#app/platform/http.server.ts';

/** A version as XLSForm or JSON. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await enter(request, 'officer');
  const definition = found(await findVersion(db, found(params['versionId'])));
  const { content, ...named } = found(await definitionFile(definition, found(params['kind'])));
  return downloadBytes(content, named);
}
