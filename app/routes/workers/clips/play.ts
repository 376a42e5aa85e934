import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { played } from '#app/platform/files/playing/play.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { found } from '#app/platform/http.server.ts';

import { clipAt } from '../clips.server.ts';

/** An answer read aloud, for anybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return played(theStorage(), found(await clipAt(params['lang'], params['answer'])), request);
}
