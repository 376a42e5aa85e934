import { Readable } from 'node:stream';

import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOwnWorkbook } from '#app/features/applications/workbook.server.ts';
import { download, found } from '#app/platform/http.server.ts';

/** The own application as an Excel workbook. */
export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { content, filename, mediaType } = found(await findOwnWorkbook(scope));
  return download(Readable.from([content]), { filename, mediaType, bytes: content.length });
}
