import { randomUUID } from 'node:crypto';

import { sql, type Transaction } from 'kysely';

import type { Signing } from '#app/platform/signing/signing.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Company, Scope, Visitor } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { checkItems } from './checking/check.server.ts';
import type { Answer, Item } from './model.ts';
import { findRepeated } from './queries.server.ts';
import { receiptOf, type Checked } from './receipts/receipt.ts';

type Asker = Scope<Visitor | Company>;
/** Of a request that may be sent again: its key, and what tells its body from any other. */
export type Repeatable = { key: string; bodyHash: string };
type About = { channel: 'api' | 'list' | 'page'; title?: string; request?: Repeatable | undefined };
export type By = { signing: Signing; origin: string };
/** What is stored with a check or not at all; a no undoes the check. */
type Settle = (trx: Transaction<Database>, verificationId: string) => Promise<boolean>;

/** A check that leaves nothing behind. */
export async function checkOnly({ db, now }: Asker, items: readonly Item[]) {
  return { checkedAt: now, answers: await checkItems({ db, now }, items) };
}

/**
 * Checks a list, signs what was asked and answered, and keeps it. A request that was answered before is answered with
 * the same; refused where its key came with another body.
 */
export async function checkAndKeep(
  scope: Asker,
  by: By,
  { items, ...about }: About & { items: readonly Item[] },
) {
  const known = await answeredBefore(scope, about.request);
  if (known) return known;
  const answers = await checkItems(scope, items);
  return keep(scope, by, { items, answers, ...about });
}

/** Signs and stores what was answered. Whoever sent the same request in the same moment is answered once. */
export async function keep(
  scope: Asker,
  by: By,
  { items, answers, settle, ...about }: About & Pick<Checked, 'items' | 'answers'> & { settle?: Settle },
) {
  const checked = { id: randomUUID(), checkedAt: scope.now, items, answers };
  const receipt = await by.signing.signCredential(
    receiptOf(checked, { issuer: by.signing.did, origin: by.origin }),
  );
  try {
    await scope.db.transaction().execute(async (trx) => {
      await insertVerification(trx, scope, { ...checked, ...about, receipt });
      if (about.request) await insertRequest(trx, scope, checked.id, about.request);
      if (settle && !(await settle(trx, checked.id))) throw new AnsweredMeanwhile();
    });
  } catch (error) {
    if (!(error instanceof AnsweredMeanwhile)) throw error;
    return (await answeredBefore(scope, about.request)) ?? refuse('key_reused');
  }
  return ok({ id: checked.id, checkedAt: checked.checkedAt, answers });
}

/** Undoes the second of two that are one. */
class AnsweredMeanwhile extends Error {}

async function answeredBefore(scope: Asker, request: Repeatable | undefined) {
  const { actor } = scope;
  if (!request || actor.kind === 'visitor') return undefined;
  const known = await findRepeated({ ...scope, actor }, request.key);
  if (!known) return undefined;
  return known.bodyHash === request.bodyHash ? ok(known.answered) : refuse('key_reused');
}

type Kept = Checked & About & { receipt: string };

async function insertVerification(trx: Transaction<Database>, { actor }: Asker, kept: Kept) {
  const { id, checkedAt, channel, title = null, receipt, items, answers } = kept;
  const count = (outcome: Answer['outcome']) => answers.filter((answer) => answer.outcome === outcome).length;
  const asker =
    actor.kind === 'company' ? { organisation_id: actor.organisationId, asked_by: actor.accountId } : {};
  await trx
    .insertInto('verification')
    .values({
      ...{ id, channel, title, receipt, checked_at: checkedAt, ...asker },
      ...{ matched: count('match'), ambiguous: count('ambiguous'), unmatched: count('no_match') },
    })
    .execute();
  // One statement for ten thousand lines: texts side by side, each kept to the letter.
  await sql`insert into verification_line (verification_id, position, asked, outcome, answered)
    select ${id}, place, asked::json, outcome, answered::json
    from unnest(${items.map((item) => JSON.stringify(item))}::text[], ${answers.map(({ outcome }) => outcome)}::text[],
      ${answers.map((answer) => JSON.stringify(answer))}::text[]) with ordinality as l(asked, outcome, answered, place)`.execute(
    trx,
  );
}

async function insertRequest(
  trx: Transaction<Database>,
  { actor }: Asker,
  verificationId: string,
  { key, bodyHash }: Repeatable,
) {
  if (actor.kind !== 'company') return;
  const row = await trx
    .insertInto('verification_request')
    .values({
      organisation_id: actor.organisationId,
      idempotency_key: key,
      body_hash: bodyHash,
      verification_id: verificationId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('verification_id')
    .executeTakeFirst();
  if (!row) throw new AnsweredMeanwhile();
}
