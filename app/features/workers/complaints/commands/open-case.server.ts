import { setTimeout as wait } from 'node:timers/promises';

import type { Pool } from 'pg';

import { passwordMatches } from '#app/platform/sealed/password.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { forgiveTries, slowness } from '../code/limits.server.ts';
import { numberIn, passphraseIn } from '../code/passphrase.server.ts';
import { openVisit } from '../code/visit.server.ts';
import { markOf } from '../sealing.server.ts';

type House = Pick<Scope, 'db' | 'now'> & { pool: Pool };
type Typed = { number: string; code: string };

/**
 * Lets in whoever has number and code. A number that is nobody's, a code of no such shape and a wrong one are one answer, and
 * take the same time; after many the next takes longer, for everybody who tries this number alike, and is never refused.
 */
export async function openCase({ db, now, pool }: House, typed: Typed) {
  const number = numberIn(typed.number);
  const mark = markOf('sent', `tries ${number}`).toString('base64url');
  await wait(await slowness(pool, mark));
  const found = await db
    .selectFrom('complaint')
    .select(['id', 'passphrase_hash', 'erased_at'])
    .where('number', '=', number)
    .executeTakeFirst();
  const matches = await passwordMatches(found?.passphrase_hash, passphraseIn(typed.code));
  if (!matches || !found || found.erased_at) return refuse('wrong');
  await forgiveTries(pool, mark);
  return ok({ complaintId: found.id, visit: await openVisit(found.id, now) });
}
