import { sql, type Transaction } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockMatter } from '../matters.server.ts';
import { mayDecide } from '../policy.ts';
import type { MeetingForm } from './forms.ts';
import { findMeeting } from './queries.server.ts';
import * as rules from './rules.ts';

/** Votes on these matters count until the end of a day, at a meeting or by circulation. */
export const callMeeting = ({ db, actor, now }: Scope<Decider>, { form, closesOn, matters }: MeetingForm) =>
  db.transaction().execute(async (trx) => {
    if (!mayDecide(actor)) return refuse('forbidden');
    // In one order, so that two calls wait for each other instead of locking each other out.
    const held = await lockAll(trx, matters.toSorted());
    if (held.length < matters.length) return refuse('not_found');
    const closesAt = new Date(`${closesOn}T23:59:59Z`);
    const bars = await barsOf(trx, matters, { accountId: actor.accountId, now });
    const called = rules.callMeeting(
      held.map(({ id, matter }) => ({ matter, bar: bars.get(id) ?? null })),
      closesAt,
      now,
    );
    if (!called.ok) return called;
    const { id } = await trx
      .insertInto('decision_meeting')
      .values({ form, closes_at: closesAt, called_at: now, called_by: actor.accountId })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx.updateTable('decision_matter').set({ meeting_id: id }).where('id', 'in', matters).execute();
    await recordEvent(trx, { actor, now, subject: id, related: matters }, 'decision.meeting_called', {
      meetingId: id,
    });
    return ok({ id });
  });

async function lockAll(trx: Transaction<Database>, ids: readonly string[]) {
  const held = [];
  for (const id of ids) {
    const locked = await lockMatter(trx, id);
    if (locked) held.push(locked);
  }
  return held;
}

const barred = z.object({ id: z.string(), bar: z.string().nullable() });

/** What keeps somebody from voting on each of these; the database answers, for its triggers ask the same. */
async function barsOf(
  trx: Transaction<Database>,
  ids: readonly string[],
  { accountId, now }: { accountId: string; now: Date },
) {
  const { rows } = await sql`
    select m.id, bar_to_vote(m.id, ${accountId}::uuid, ${now}) as bar from decision_matter m
    where m.id = any(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map((row) => barred.parse(row)).map(({ id, bar }) => [id, bar]));
}

export const closeMeeting = ({ db, actor, now }: Scope<Decider>, id: string) =>
  db.transaction().execute(async (trx) => {
    // Votes under way are waited for: whatever is cast afterwards finds the meeting closed.
    const on = await trx
      .selectFrom('decision_matter')
      .select(['id', 'state'])
      .where('meeting_id', '=', id)
      // In the order in which a meeting is called, so that the two wait for each other.
      .orderBy('id')
      .forUpdate()
      .execute();
    await trx.selectFrom('decision_meeting').select('id').where('id', '=', id).forUpdate().execute();
    const meeting = await findMeeting({ db: trx }, id);
    if (!meeting) return refuse('not_found');
    if (!mayDecide(actor)) return refuse('forbidden');
    const waiting = on.filter(({ state }) => state === 'open').map((matter) => matter.id);
    const bars = await barsOf(trx, waiting, { accountId: actor.accountId, now });
    const closed = rules.closeMeeting(meeting, [...bars.values()]);
    if (!closed.ok) return closed;
    await trx
      .updateTable('decision_meeting')
      .set({ closed_at: now, closed_by: actor.accountId })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now, subject: id }, 'decision.meeting_closed', { meetingId: id });
    return closed;
  });
