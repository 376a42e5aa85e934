import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { askedToday } from '#app/features/mapping/voice/asked.server.ts';
import { posterPaper } from '#app/features/mapping/voice/paper/poster.server.tsx';
import { findPoster } from '#app/features/mapping/voice/queries.server.ts';
import { downloadBytes, found } from '#app/platform/http.server.ts';

/** A poster to print, a page for each of its languages. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const poster = found(await findPoster(scope, found(params['posterId'])));
  const printed = { ...poster, origin: installation() };
  const { content, filename } = await posterPaper(printed, await askedToday(scope.db), scope.now);
  return downloadBytes(content, { filename, mediaType: 'application/pdf' });
}
