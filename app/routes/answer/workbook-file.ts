import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { findWorkbook } from '#app/features/mapping/answering/workbook.server.ts';
import { downloadBytes, found } from '#app/platform/http.server.ts';

import { byLink } from './by-link.server.ts';

/** The answer of whoever came by a link, as an Excel workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, visit, language } = await byLink(await enter(request, 'visitor'), params);
  const { content, ...named } = found(await findWorkbook(scope, visit, language));
  return downloadBytes(content, named);
}
