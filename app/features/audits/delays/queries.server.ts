import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { termsOf } from '#app/features/scheme/terms.ts';
import type { Day } from '#app/platform/calendar.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';

import { nameOf } from '../findings/model.ts';
import { occasionNames, occasions } from './model.ts';

const most = 20;
const aBatch = 500;
type Of = 'finding' | 'audit';

/** Findings, or audits, of which the body is late with something nobody was told of; the constraint knows the same turns. */
export async function listLate(
  db: Kysely<Database>,
  of: Of,
  { today, after }: { today: Day; after: string },
) {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(t.finding_id, t.audit_id) as id from body_turns() t
    where t.due_on < ${today}::date and (t.finding_id is not null) = ${of === 'finding'}
      and coalesce(t.finding_id, t.audit_id) > ${after}::uuid
      and not exists (select 1 from audit_delay d where coalesce(d.finding_id, d.audit_id) = coalesce(t.finding_id, t.audit_id)
        and d.occasion = t.occasion and d.due_on = t.due_on)
    order by id limit ${aBatch}`.execute(db);
  return rows.map(({ id }) => id);
}

const turn = z.object({ occasion: z.enum(occasions), since: z.string() });

/** What the body owes of a finding, or of an audit itself, and since when. */
export async function listTurns(db: Kysely<Database>, of: Of, id: string) {
  const { rows } = await (
    of === 'finding'
      ? sql`select occasion, since from body_turns() where finding_id = ${id}::uuid`
      : sql`select occasion, since from body_turns() where audit_id = ${id}::uuid and finding_id is null`
  ).execute(db);
  return z.array(turn).parse(rows);
}

/** The clocks of a scheme version that the body is measured by. */
export async function bodyTermsOf(db: Kysely<Database>, versionId: string) {
  const { terms } = await db
    .selectFrom('scheme_version')
    .select('terms')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  const { audits, correctiveAction } = termsOf(terms).clocks;
  return { audits, correctiveAction };
}

const told = z.object({ occasion: z.enum(occasions), dueOn: z.string(), toldAt: z.date() });
export type Told = z.output<typeof told>;

/** Delays the parties were told of and that last, of a finding or of an audit itself. */
export async function listDelays(db: Kysely<Database>, of: Of, id: string): Promise<Told[]> {
  const { rows } = await sql`
    select d.occasion, d.due_on as "dueOn", d.told_at as "toldAt" from audit_delay d
    where coalesce(d.finding_id, d.audit_id) = ${id}::uuid and (d.finding_id is not null) = ${of === 'finding'}
      and exists (select 1 from body_turns() t where t.audit_id = d.audit_id and t.finding_id is not distinct from d.finding_id
        and t.occasion = d.occasion and t.due_on = d.due_on)
    order by d.due_on, d.occasion`.execute(db);
  return rows.map((row) => told.parse(row));
}

const late = z.object({
  id: z.string(),
  auditId: z.string(),
  findingId: z.string().nullable(),
  number: z.number().nullable(),
  reference: z.string(),
  body: z.string(),
  occasion: z.enum(occasions),
  dueOn: z.string(),
});

/** Audit bodies that are late, for the officers who approved them: until they did what they owe. */
export async function listDelayTasks({ db }: Scope<Officer>): Promise<Task[]> {
  const { rows } = await sql`
    select d.id, d.audit_id as "auditId", d.finding_id as "findingId", f.number, a.reference, body.name as body,
      d.occasion, d.due_on as "dueOn" from body_turns() t
    join audit_delay d on d.audit_id = t.audit_id and d.finding_id is not distinct from t.finding_id
      and d.occasion = t.occasion and d.due_on = t.due_on
    join audit a on a.id = d.audit_id join organisation body on body.id = a.audit_body_id
    left join finding f on f.id = d.finding_id
    order by d.due_on, d.id limit ${most}`.execute(db);
  return z
    .array(late)
    .parse(rows)
    .map(({ id, auditId, findingId, number, reference, body, occasion, dueOn }) => ({
      ...{ id, what: `Ask ${body} for ${occasionNames[occasion]}`, due: dueOn, action: 'Look' },
      about: number === null ? reference : nameOf({ auditReference: reference, number }),
      href: findingId ? `/findings/${findingId}` : `/audits/${auditId}`,
    }));
}
