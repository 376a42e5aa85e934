import type { Transaction } from 'kysely';
import pg from 'pg';

import { refuse, type Refused, type Result } from '#app/platform/result.ts';
import type { Decider, Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockAppeal, standingOf, type Locked } from '../appeal.server.ts';
import { mayDecide } from '../policy.ts';
import type { Person } from '../rules.ts';

type Step = { trx: Transaction<Database>; locked: Locked; person: Person };

/** How every command of whoever decides begins: one transaction, certificate and appeal held, and how they stand to it. */
export async function onAppeal<O extends Result<unknown>>(
  { db, actor, now }: Scope<Officer | Decider>,
  id: string,
  act: (step: Step) => Promise<O>,
): Promise<O | Refused> {
  const done = db.transaction().execute(async (trx) => {
    const locked = await lockAppeal(trx, id);
    if (!locked) return refuse('not_found');
    if (!mayDecide(actor)) return refuse('forbidden');
    const person = await standingOf(trx, locked.id, { accountId: actor.accountId, now });
    return act({ trx, locked, person });
  });
  return done.catch((error: unknown) => {
    const bar = error instanceof pg.DatabaseError && /does not decide: (\w+)/.exec(error.message);
    // Somebody may have joined the audit since the rule looked: the database has the last word.
    if (bar) return refuse(bar[1] ?? 'forbidden');
    if (error instanceof pg.DatabaseError && error.constraint === 'certificate_one_standing')
      return refuse('another_certificate');
    throw error;
  });
}
