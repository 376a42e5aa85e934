import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Certificate } from '../model.ts';
import { lockStanding } from '../queries.server.ts';
import { byFact, type Fact } from '../rules.ts';
import { about, lastChangedAt, recordStatus } from '../status.server.ts';

const actor: System = { kind: 'system' };

/** A fact of the house, as the certificate of the recruiter it is about learns of it. */
export type Learned = { organisationId: string; factId: string; occurredAt: Date; fact: Fact };

const notes: Record<Fact['cause'], string> = {
  finding: 'By a finding of an audit, as the scheme’s rules say',
  audit: 'By an audit that the recruiter refused or that was broken off, as the scheme’s rules say',
  licence: 'By a sanction on a state licence that the certificate rests on, as the scheme’s rules say',
  // Of the audit alone: that somebody complained is for nobody to read here.
  complaint: 'While a special audit is under way, as the scheme’s rules say',
};

/** Does to the recruiter's certificate what the fact demands, once; a fact older than the certificate demands nothing. */
export function changeByFact({ db }: Pick<Scope, 'db'>, learned: Learned) {
  return db.transaction().execute(async (trx) => {
    const current = await lockStanding(trx, learned.organisationId);
    if (!current) return refuse('no_certificate');
    if (await isDone(trx, current.id, learned)) return refuse('already_done');
    // Facts may overtake each other: a status never begins before the one it follows.
    const last = await lastChangedAt(trx, current.id);
    const now = learned.occurredAt > last ? learned.occurredAt : last;
    const decision = byFact(current, learned.fact, now, dayOf(now));
    if (!decision.ok) return decision;
    await write(trx, { next: decision.value, now }, learned);
    return decision;
  });
}

async function isDone(
  trx: Transaction<Database>,
  certificateId: string,
  { factId, occurredAt, fact }: Learned,
) {
  const unseen = fact.cause === 'finding' && (await isStillGrave(trx, factId));
  const rows = await trx
    .selectFrom('certificate_status')
    .select(['fact_id', 'action', 'decided_at'])
    .where('certificate_id', '=', certificateId)
    .execute();
  return rows.some(
    ({ fact_id, action, decided_at }) =>
      fact_id === factId || (action === 'issued' && decided_at > occurredAt && !unseen),
  );
}

/** Nothing is granted while a grave finding is open: one that is open yet came in beside the decision. */
async function isStillGrave(trx: Transaction<Database>, factId: string) {
  const row = await trx
    .selectFrom('event')
    .innerJoin('finding', 'finding.id', 'event.subject')
    .select('finding.id')
    .where('event.id', '=', factId)
    .where('finding.grade', 'in', ['critical', 'major'])
    // The question the constraint on decisions asks.
    .where(sql<boolean>`is_open_point(finding.grade, finding.state)`)
    .executeTakeFirst();
  return row !== undefined;
}

type Next = { next: Certificate; now: Date };

async function write(trx: Transaction<Database>, { next, now }: Next, { fact, factId }: Learned) {
  const ground = { cause: fact.cause, factId };
  const announced = { actor, now, ...about(next) };
  const note = notes[fact.cause];
  switch (next.status) {
    case 'active_under_watch':
      await recordStatus(trx, { next, at: now, action: 'watched', note, ground });
      return recordEvent(trx, announced, 'certificate.watched', { reasonClass: next.reasonClass });
    case 'suspended':
      await recordStatus(trx, { next, at: now, action: 'suspended', note, ground });
      return recordEvent(trx, announced, 'certificate.suspended', { reasonClass: next.reasonClass });
    case 'withdrawn':
      await recordStatus(trx, { next, at: now, action: 'withdrawn', note, ground });
      return recordEvent(trx, announced, 'certificate.withdrawn', { reasonClass: next.reasonClass });
    case 'active':
    case 'superseded':
    case 'transferred':
      throw new Error(`No fact makes a certificate ${next.status}`);
  }
}
