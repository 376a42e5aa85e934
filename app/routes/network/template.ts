import { Readable } from 'node:stream';

import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { templateAs } from '#app/features/network/import/template.server.ts';
import { download } from '#app/platform/http.server.ts';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** An empty list of partners to fill in. */
export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'recruiter');
  const kind = new URL(request.url).searchParams.get('as') === 'csv' ? 'csv' : 'xlsx';
  const content = await templateAs(kind);
  const file = { filename: `partners.${kind}`, mediaType: mediaTypes[kind], bytes: content.length };
  return download(Readable.from([content]), file);
}
