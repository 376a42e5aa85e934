import { randomInt } from 'node:crypto';

import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { CounterStore } from '#app/platform/limits.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Answers, Questionnaire } from '#app/questionnaire/definition.ts';
import { publishQuestionnaire } from '#app/questionnaire/versions/published.server.ts';
import type { Database } from '#db/client.server.ts';

import type { PosterForm } from './forms.ts';
import { roomFor } from './limits.server.ts';
import { leastTold } from './model.ts';
import { mayAskWorkers } from './policy.ts';
import { findByCode, findSite } from './queries.server.ts';

const about = ({ actor, now }: Scope<Company>, posterId: string) => ({
  ...{ actor, now, subject: posterId, related: [actor.organisationId] },
});

const drawn = () => Array.from({ length: 12 }, () => randomInt(10)).join('');

/** A poster for one of the company's own sites, with a number nobody else has. */
export const makePoster = (scope: Scope<Company>, partyId: string, { languages }: PosterForm) =>
  scope.db.transaction().execute(async (trx) => {
    if (!mayAskWorkers(scope.actor)) return refuse('forbidden');
    const site = await findSite({ ...scope, db: trx }, partyId);
    if (!site) return refuse('not_found');
    const { id } = await trx
      .insertInto('voice_poster')
      .values({
        ...{ company_id: scope.actor.organisationId, party_id: site.id, code: drawn(), languages },
        ...{ made_at: scope.now, made_by: scope.actor.accountId },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordEvent(trx, about(scope, id), 'voice.poster_made', {});
    return ok({ id });
  });

/** Ended twice, it is ended once. */
export const endPoster = (scope: Scope<Company>, posterId: string) =>
  scope.db.transaction().execute(async (trx) => {
    if (!mayAskWorkers(scope.actor)) return refuse('forbidden');
    const poster = await trx
      .selectFrom('voice_poster')
      .select(['id', 'ended_at'])
      .where(isId('id', posterId))
      .where('company_id', '=', scope.actor.organisationId)
      .forUpdate()
      .executeTakeFirst();
    if (!poster) return refuse('not_found');
    if (poster.ended_at) return ok({ id: poster.id });
    await trx
      .updateTable('voice_poster')
      .set({ ended_at: scope.now, ended_by: scope.actor.accountId })
      .where('id', '=', poster.id)
      .execute();
    await recordEvent(trx, about(scope, poster.id), 'voice.poster_ended', {});
    return ok({ id: poster.id });
  });

type House = Pick<Scope, 'db' | 'now'> & { pool: CounterStore };
type Sending = { id: string; questionnaire: Questionnaire; language: string; answers: Answers };

/**
 * Keeps what somebody answered, with its day and nothing that leads to them; the same form sent again is kept once. Records
 * no event: a fact has a time.
 */
export async function sendAnswers({ db, now, pool }: House, code: string, sending: Sending) {
  const poster = await findByCode(db, code);
  if (!poster) return refuse('unknown');
  if (poster.endedAt) return refuse('ended');
  if (Object.keys(sending.answers).length === 0) return refuse('empty');
  if ((await roomFor(pool, poster.id)) > 0) return refuse('busy');
  return db.transaction().execute(async (trx) => {
    await lockParty(trx, poster.partyId);
    const still = await findByCode(trx, code);
    if (!still || still.endedAt) return refuse('ended');
    if (await isKept(trx, poster.id, sending.id)) return ok({ again: true });
    const version = await publishQuestionnaire(trx, sending.questionnaire, now);
    await trx
      .insertInto('voice_answer')
      .values({
        ...{ poster_id: poster.id, sent_id: sending.id, party_id: poster.partyId },
        ...{ batch: await batchOf(trx, poster.partyId), questionnaire_version_id: version },
        ...{ language: sending.language, answers: JSON.stringify(sending.answers), answered_on: dayOf(now) },
      })
      .execute();
    return ok({ again: false });
  });
}

/** One answer of a party after the other: fives are counted. */
const lockParty = (trx: Transaction<Database>, partyId: string) =>
  trx.selectFrom('supply_party').select('id').where('id', '=', partyId).forNoKeyUpdate().execute();

async function isKept(trx: Transaction<Database>, posterId: string, sentId: string) {
  const kept = await trx
    .selectFrom('voice_answer')
    .select('sent_id')
    .where('poster_id', '=', posterId)
    .where('sent_id', '=', sentId)
    .executeTakeFirst();
  return kept !== undefined;
}

async function batchOf(trx: Transaction<Database>, partyId: string) {
  const { batch } = await trx
    .selectFrom('voice_answer')
    .select(sql<number>`(count(*) / ${sql.lit(leastTold)})::integer`.as('batch'))
    .where('party_id', '=', partyId)
    .executeTakeFirstOrThrow();
  return batch;
}
