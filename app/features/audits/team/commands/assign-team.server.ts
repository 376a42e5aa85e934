import { sql, type Transaction } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import { keepDistance } from '../rules.ts';

type Engaged = { organisation_id: string; audit_body_id: string };

/** Whether these people, the lead auditor first, may audit this recruiter for this body. */
export async function formTeam(
  trx: Transaction<Database>,
  { organisation_id, audit_body_id }: Engaged,
  people: readonly string[],
  now: Date,
) {
  const team = [...new Set(people)];
  if (!(await areAuditorsOf(trx, audit_body_id, team))) return refuse('not_an_auditor');
  if (await declaredConflict(trx, organisation_id, team)) return refuse('conflict_declared_before');
  const apart = keepDistance(await daysOfAdvice(trx, organisation_id, team), dayOf(now));
  if (!apart.ok) return apart;
  return (await isTied(trx, organisation_id, team, now)) ? refuse('tied') : ok(team);
}

/** Puts a team that was formed on its audit; the first of it leads. */
export const assignTeam = (trx: Transaction<Database>, auditId: string, team: readonly string[], now: Date) =>
  trx
    .insertInto('audit_team_member')
    .values(
      team.map((person, place) => ({
        audit_id: auditId,
        account_id: person,
        role: place === 0 ? 'lead_auditor' : 'auditor',
        assigned_at: now,
      })),
    )
    .execute();

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

/** Whatever else ties somebody: the database alone knows it all, and refuses them by the same question. */
const isTied = (trx: Transaction<Database>, organisationId: string, people: string[], now: Date) =>
  trx
    .selectFrom('account')
    .select('id')
    .where('id', 'in', people)
    .where(sql<boolean>`has_tie(id, ${organisationId}::uuid, ${dayOf(now)}::date)`)
    .limit(1)
    .executeTakeFirst();
