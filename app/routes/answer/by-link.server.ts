import type { Params } from '@remix-run/react';

import type { Answering } from '#app/features/mapping/answering/commands.server.ts';
import { findVisit } from '#app/features/mapping/answering/visit.server.ts';
import { languageIn } from '#app/features/mapping/model.ts';
import { opened } from '#app/platform/http.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

/** Who came by a personal link, and the language of the address; a link that opens nothing says so. */
export async function byLink({ db, now }: Scope, params: Params) {
  // The link is who they are, also for somebody who happens to be signed in.
  const scope: Answering = { db, now, actor: { kind: 'visitor' } };
  const language = languageIn(params['lang']);
  const found = await findVisit(scope, params['token'] ?? '');
  const visit = opened(found ? ok(found) : refuse('unknown_link'));
  const home = `/${language}/answer/${params['token'] ?? ''}`;
  return { scope, visit, language, home };
}

/** Kept by no cache; another site learns no address of it (`no-referrer` would hide from the house where a form stands). */
export const linkHeaders = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' };
