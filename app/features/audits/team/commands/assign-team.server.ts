import { sql, type Transaction } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';
import { bodyAdvised, hasTie } from '#db/has-tie.ts';

import { keepDistance, type Gap } from '../rules.ts';

type Engaged = { organisation_id: string; audit_body_id: string; replaces?: string };

/** Whether these people may audit this recruiter for this body: the first leads, unless they come in another's place. */
export async function formTeam(
  trx: Transaction<Database>,
  { organisation_id, audit_body_id, replaces }: Engaged,
  people: readonly string[],
  now: Date,
) {
  const team = [...new Set(people)];
  if (!(await areAuditorsOf(trx, audit_body_id, team))) return refuse('not_an_auditor');
  for (const [place, person] of team.entries()) {
    const role = replaces ?? roleAt(place);
    if (!(await isApprovedAs(trx, { person, role, audit_body_id }, now))) return refuse(unapproved(role));
  }
  if (await declaredConflict(trx, organisation_id, team)) return refuse('conflict_declared_before');
  const apart = keepDistance(await daysOfAdvice(trx, organisation_id, team), dayOf(now));
  if (!apart.ok) return apart;
  // An audit under way goes on: who takes another's place is asked only for ties of their own.
  const begins = replaces === undefined;
  if (begins && (await hasAdvised(trx, { organisation_id, audit_body_id }, now)))
    return refuse('body_advised');
  return (await isTied(trx, organisation_id, team, now)) ? refuse('tied') : ok(team);
}

const roleAt = (place: number) => (place === 0 ? 'lead_auditor' : 'auditor');
const unapproved = (role: string) =>
  role === 'lead_auditor' ? ('lead_not_approved' as const) : ('auditor_not_approved' as const);

type Working = { person: string; role: string; audit_body_id: string };

/** Approvals are another room's; the database asks the same when the team is written. */
const isApprovedAs = (trx: Transaction<Database>, { person, role, audit_body_id }: Working, now: Date) =>
  trx
    .selectFrom('account')
    .select('id')
    .where('id', '=', person)
    .where(sql<boolean>`auditor_is_approved(id, ${audit_body_id}::uuid, ${role}, ${dayOf(now)}::date)`)
    .executeTakeFirst();

/** Puts a team that was formed on its audit; the first of it leads. */
export const assignTeam = (trx: Transaction<Database>, auditId: string, team: readonly string[], now: Date) =>
  trx
    .insertInto('audit_team_member')
    .values(
      team.map((person, place) => ({
        audit_id: auditId,
        account_id: person,
        role: roleAt(place),
        assigned_at: now,
      })),
    )
    .execute();

type Given = { gap: (Gap & { reason: string }) | null; by: string; now: Date };

/** What the team does not cover is kept with its reasons, for whoever reads the audit. */
export async function keepGap(trx: Transaction<Database>, auditId: string, { gap, by, now }: Given) {
  if (!gap) return;
  await trx
    .insertInto('audit_team_gap')
    .values({ audit_id: auditId, ...gap, given_at: now, given_by: by })
    .execute();
}

async function areAuditorsOf(trx: Transaction<Database>, auditBodyId: string, people: string[]) {
  const rows = await trx
    .selectFrom('membership')
    .select('account_id')
    .where('organisation_id', '=', auditBodyId)
    .where('role', '=', 'auditor')
    .where('account_id', 'in', people)
    .execute();
  return rows.length === people.length;
}

const declaredConflict = (trx: Transaction<Database>, organisationId: string, people: string[]) =>
  trx
    .selectFrom('conflict_declaration')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('account_id', 'in', people)
    .where('conflicted', '=', true)
    .limit(1)
    .executeTakeFirst();

/** Advice is another room's; the recruiter's row is where whoever records some at this moment waits for us. */
async function daysOfAdvice(trx: Transaction<Database>, organisationId: string, people: string[]) {
  await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .forNoKeyUpdate()
    .execute();
  const rows = await trx
    .selectFrom('advice')
    .select('given_on')
    .where('organisation_id', '=', organisationId)
    .where('account_id', 'in', people)
    .execute();
  return rows.map(({ given_on }) => given_on);
}

/** A colleague of theirs gave it, for the same body: the database knows who belonged to it then. */
const hasAdvised = (trx: Transaction<Database>, { organisation_id, audit_body_id }: Engaged, now: Date) =>
  trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', audit_body_id)
    .where(bodyAdvised(sql.ref('id'), organisation_id, dayOf(now)))
    .executeTakeFirst();

/** Whatever else ties somebody: the database alone knows it all, and refuses them by the same question. */
const isTied = (trx: Transaction<Database>, organisationId: string, people: string[], now: Date) =>
  trx
    .selectFrom('account')
    .select('id')
    .where('id', 'in', people)
    .where(hasTie(sql.ref('id'), organisationId, dayOf(now)))
    .limit(1)
    .executeTakeFirst();
