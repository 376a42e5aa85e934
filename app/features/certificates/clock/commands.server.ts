import { sql, type Kysely, type Transaction } from 'kysely';

import { recordEvent, recordEvents } from '#app/events/record.server.ts';
import { dayOf, daysBetween, type Day } from '#app/platform/calendar.ts';
import { oneByOne } from '#app/platform/operation/round.ts';
import { refuse } from '#app/platform/result.ts';
import type { System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { followEnded } from '../extension/outlive.server.ts';
import { lockCertificate } from '../queries.server.ts';
import { about, recordStatus } from '../status.server.ts';
import { dueOf, isReady, listClocks, listReady, untold, type Clocks, type Ready } from './due.server.ts';
import { announceLateFindings } from './late/commands.server.ts';
import { tellRecertifications } from './recertification.server.ts';
import { byClock, type ClockChange } from './rules.ts';

type House = { db: Kysely<Database>; now: Date };

const actor: System = { kind: 'system' };
/** Certificates of one transaction, so that a night's work is stored as it goes. */
const aBatch = 1000;

/**
 * The nightly run: tells of what is to come, then does what was told in time. Everything once, also when it runs twice
 * at the same time or did not run for weeks; a certificate that fails does not hold up the others.
 */
export async function runCertificateClock(house: House) {
  for (const clocks of await listClocks(house.db)) {
    for (const change of ['expiry', 'withdrawal', 'suspension', 'licence', 'surveillance'] as const)
      while ((await announce(house, change, clocks)) === aBatch);
    await announceLateFindings(house, clocks);
    while ((await tellExpired(house, clocks)) === aBatch);
    await tellRecertifications(house, clocks);
    await actOnAnnounced(house, clocks);
  }
  await followEnded(house);
}

type Fresh = {
  id: string;
  organisation_id: string;
  application_id: string;
  due_on: Day;
  acts_on: Day;
};

/** One batch of one kind; how many there were. One statement finds, decides and keeps: the builder knows no such. */
function announce({ db, now }: House, change: ClockChange, clocks: Clocks) {
  const today = dayOf(now);
  const { steps } = clocks;
  const last = Math.min(...steps);
  // A certificate counts through its last day; other changes wait for the last step from the first word on.
  const acts =
    change === 'expiry' ? sql`due_on + 1` : sql`greatest(due_on, ${today}::date + ${last}::integer)`;
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<Fresh>`
      with due as (
        select found.*, (select min(step) from unnest(${steps}::integer[]) as step where found.due_on <= ${today}::date + step) as step
        from (${dueOf(change, clocks, today)}) found),
      fresh as (
        insert into certificate_announcement (certificate_id, change, due_on, step, acts_on, announced_at)
        select id, ${change}, due_on, step, ${acts}, ${now} from due
        where ${untold(sql`a.certificate_id = due.id and a.change = ${change} and a.due_on = due.due_on and a.step <= due.step`)}
        limit ${aBatch}
        on conflict do nothing returning certificate_id, due_on, acts_on)
      select c.id, c.organisation_id, c.application_id, fresh.due_on, fresh.acts_on from fresh
      join certificate c on c.id = fresh.certificate_id`.execute(trx);
    if (change === 'expiry') await tellExpiring(trx, now, rows);
    else await tellChange(trx, now, { change, rows });
    return rows.length;
  });
}

const whom = ({ id, application_id, organisation_id }: Fresh) => ({
  subject: id,
  related: [application_id, organisation_id],
});

const tellExpiring = (trx: Transaction<Database>, now: Date, rows: Fresh[]) =>
  recordEvents(
    trx,
    { actor, now },
    'certificate.expiring',
    rows.map((row) => ({
      ...whom(row),
      payload: { days: daysBetween(dayOf(now), row.due_on), validUntil: row.due_on },
    })),
  );

type Coming = { change: ClockChange; rows: Fresh[] };

const tellChange = (trx: Transaction<Database>, now: Date, { change, rows }: Coming) =>
  recordEvents(
    trx,
    { actor, now },
    'certificate.change_announced',
    rows.map((row) => ({
      ...whom(row),
      payload: { change, days: daysBetween(dayOf(now), row.acts_on), on: row.acts_on },
    })),
  );

/** That it ended is derived wherever it is asked; that it is told once needs a row. */
const tellExpired = ({ db, now }: House, { versionId }: Clocks) =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<Fresh>`
      with fresh as (
        insert into certificate_announcement (certificate_id, change, due_on, step, acts_on, announced_at)
        select c.id, 'expiry', c.valid_until, 0, c.valid_until + 1, ${now} from certificate c
        where c.status in ('active', 'active_under_watch', 'suspended') and c.valid_until < ${dayOf(now)}::date
          and c.scheme_version_id = ${versionId}
          and ${untold(sql`a.certificate_id = c.id and a.change = 'expiry' and a.due_on = c.valid_until and a.step = 0`)}
        limit ${aBatch}
        on conflict do nothing returning certificate_id, due_on, acts_on)
      select c.id, c.organisation_id, c.application_id, fresh.due_on, fresh.acts_on from fresh
      join certificate c on c.id = fresh.certificate_id`.execute(trx);
    const told = rows.map((row) => ({ ...whom(row), payload: {} }));
    await recordEvents(trx, { actor, now }, 'certificate.expired', told);
    return rows.length;
  });

async function actOnAnnounced(house: House, clocks: Clocks) {
  const ready = await listReady(house.db, { clocks, today: dayOf(house.now) }, 10_000);
  await oneByOne(ready, (one) => actOn(house, clocks, one));
}

const suspendedFor = {
  suspension: 'The yearly levy was not paid by its day, as announced',
  licence: 'The state licence ran out and no other was confirmed by its day, as announced',
  surveillance: 'The surveillance was not held in time, as announced',
};

/** Does one change that was due when the run began, if it is due still. */
export const actOn = ({ db, now }: House, clocks: Clocks, ready: Ready) =>
  db.transaction().execute(async (trx) => {
    const current = await lockCertificate(trx, ready.id);
    if (!current) return refuse('not_found');
    if (!(await isReady(trx, { clocks, today: dayOf(now) }, ready))) return refuse('not_due');
    const decision = byClock(current, ready, now, dayOf(now));
    if (!decision.ok) return decision;
    const next = decision.value;
    const ground = { cause: 'clock', factId: await announcementOf(trx, ready) } as const;
    const announced = { actor, now, ...about(next) };
    const { reasonClass } = next;
    if (next.status === 'withdrawn') {
      const note = 'The suspension was not resolved in the months it may last, as announced';
      await recordStatus(trx, { next, at: now, action: 'withdrawn', note, ground });
      await recordEvent(trx, announced, 'certificate.withdrawn', { reasonClass });
    } else {
      const note = suspendedFor[ready.change === 'withdrawal' ? 'suspension' : ready.change];
      await recordStatus(trx, { next, at: now, action: 'suspended', note, ground });
      await recordEvent(trx, announced, 'certificate.suspended', { reasonClass });
    }
    return decision;
  });

/** The fact that told of the change: without it the database lets no clock act. */
async function announcementOf(trx: Transaction<Database>, { id, change, actsOn }: Ready) {
  const { id: factId } = await trx
    .selectFrom('event')
    .select('id')
    .where('subject', '=', id)
    .where('type', '=', 'certificate.change_announced')
    // Fields of the payload have no columns.
    .where(sql`payload ->> 'change'`, '=', change)
    .where(sql`payload ->> 'on'`, '=', actsOn)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return factId;
}
