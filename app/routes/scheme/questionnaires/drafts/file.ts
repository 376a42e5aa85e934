import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { definitionFile } from '#app/features/mapping/questionnaires/export.server.ts';
import { findDraft } from '#app/features/mapping/questionnaires/queries.server.ts';
import { downloadBytes, found } from '#app/platform/http.server.ts';

/** A draft as XLSForm or JSON, with whatever is still wrong with it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { definition } = found(await findDraft(scope, found(params['draftId'])));
  const { content, ...named } = found(await definitionFile(definition, found(params['kind'])));
  return downloadBytes(content, named);
}
