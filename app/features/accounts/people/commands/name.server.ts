import { ok } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';

/** How others see this person from now on; history names them anew, for it keeps ids alone. */
export async function changeName({ db, actor }: Scope<SignedIn>, name: string) {
  await db
    .updateTable('account')
    .set({ name })
    .where('id', '=', actor.accountId)
    .where('closed_at', 'is', null)
    .execute();
  return ok(undefined);
}
