import type { Transaction } from 'kysely';

import { refuse, type Refused, type Result } from '#app/platform/result.ts';
import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockMatter, standingOf, type Locked } from '../matters.server.ts';
import { mayDecide } from '../policy.ts';
import type { Member } from '../rules.ts';

type Step = { trx: Transaction<Database>; locked: Locked; member: Member; package: string };

/** How every command of a member on a matter begins: one transaction, the matter held, and how they stand to it. */
export function onMatter<O extends Result<unknown>>(
  { db, actor, now }: Scope<Decider>,
  id: string,
  act: (step: Step) => Promise<O>,
): Promise<O | Refused<'not_found' | 'forbidden'>> {
  return db.transaction().execute(async (trx) => {
    const locked = await lockMatter(trx, id);
    if (!locked) return refuse('not_found');
    if (!mayDecide(actor)) return refuse('forbidden');
    const standing = await standingOf(trx, locked.id, { accountId: actor.accountId, now });
    return act({ trx, locked, ...standing });
  });
}
