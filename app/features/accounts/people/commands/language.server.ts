import { ok } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';

import type { Language } from '../languages.ts';

/** The language this person is written to in, from the next mail on. */
export async function setLanguage({ db, actor }: Scope<SignedIn>, language: Language) {
  await db
    .updateTable('account')
    .set({ language })
    .where('id', '=', actor.accountId)
    .where('closed_at', 'is', null)
    .execute();
  return ok(undefined);
}
