import { sql, type Kysely } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { AuditType } from '#app/features/audits/model.ts';
import { carryOut } from '#app/features/certificates/outcomes.server.ts';
import type { Decider } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

/** Past the constraints of other rooms: rows as those rooms leave them. */
export const pastRules = (db: Kysely<Database>, write: (one: Kysely<Database>) => Promise<unknown>) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await write(trx);
  });

type Of = { db: Kysely<Database>; certificateId: string };

/** An audit of a certificate whose report is final and whose findings are settled, and the fact that says so. */
export async function aReadyAudit(
  { db, certificateId, entryId }: Of & { entryId?: string },
  type: AuditType,
  day: string,
) {
  const id = crypto.randomUUID();
  const at = new Date(`${day}T16:00:00Z`);
  await pastRules(db, async (one) => {
    await sql`insert into audit (id, application_id, certificate_id, organisation_id, audit_body_id, scheme_version_id, type, state,
        scheduled_at, scheduled_by, planned_at, starts_on, ends_on, notice_type, plan, started_at, fieldwork_done_at, summary,
        reported_at, reported_by, reviewed_at, reviewed_by)
      select ${id}, application_id, ${certificateId}, organisation_id, audit_body_id, scheme_version_id, ${type},
        'ready_for_decision', ${at}, scheduled_by, planned_at, ${day}::date, ${day}::date, notice_type, plan, started_at,
        ${at}, summary, reported_at, reported_by, ${at}, reviewed_by
      from audit where type = 'stage2' and application_id = (select application_id from certificate where id = ${certificateId}) limit 1`.execute(
      one,
    );
    await sameTeam(one, id);
    if (entryId)
      await sql`update audit_programme_entry set audit_id = ${id} where id = ${entryId}`.execute(one);
  });
  await tellReady(db, id, at);
  return id;
}

/** The team of stage 2, with what each of them declared. */
async function sameTeam(one: Kysely<Database>, id: string) {
  await sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
    select ${id}, account_id, role, assigned_at from audit_team_member join audit a on a.id = audit_id where a.type = 'stage2'
      and a.application_id = (select application_id from audit where id = ${id})`.execute(one);
  await sql`insert into conflict_declaration (audit_id, account_id, organisation_id, conflicted, statement, declared_at)
      select ${id}, d.account_id, d.organisation_id, d.conflicted, d.statement, d.declared_at
      from conflict_declaration d join audit a on a.id = d.audit_id where a.type = 'stage2'
        and a.application_id = (select application_id from audit where id = ${id})`.execute(one);
}

const tellReady = (db: Kysely<Database>, id: string, now: Date) =>
  db.transaction().execute(async (trx) => {
    const { application_id, organisation_id } = await trx
      .selectFrom('audit')
      .select(['application_id', 'organisation_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const about = { subject: id, related: [application_id, organisation_id] };
    await recordEvent(trx, { actor: { kind: 'system' }, now, ...about }, 'audit.ready_for_decision', {});
  });

type Lifting = Of & { decider: Decider; now: Date };

/** The panel decided to lift a suspension, and it is lifted: how the votes came about is not asked. */
export async function liftedByPanel({ db, certificateId, decider, now }: Lifting) {
  const decisionId = crypto.randomUUID();
  await pastRules(db, async (one) => {
    await sql`with matter as (insert into decision_matter (kind, application_id, certificate_id, organisation_id, about, quorum,
          opened_at, due_on, state, closed_at, asked_by)
        select 'lift', application_id, id, organisation_id, 'Put right and seen by the team.', 1, ${now}, ${now}::date, 'decided', ${now},
          ${decider.accountId}::uuid from certificate where id = ${certificateId} returning id)
      insert into certification_decision (id, matter_id, kind, application_id, organisation_id, organisation_name,
        application_reference, outcome, reasons, decided_by, decided_at)
      select ${decisionId}, matter.id, 'lift', c.application_id, c.organisation_id, 'Himal', 'APP-1', 'granted',
        'What led to it was put right.', ${decider.accountId}::uuid, ${now} from certificate c, matter where c.id = ${certificateId}`.execute(
      one,
    );
  });
  const warrant = { kind: 'lift', actor: decider, now, certificateId, decisionId } as const;
  return db.transaction().execute((trx) => carryOut(trx, warrant));
}

/** An audit of a certificate whose fieldwork goes on, by the team of its stage 2. */
export async function anOpenAudit({ db, certificateId }: Of, type: AuditType) {
  const id = crypto.randomUUID();
  await pastRules(db, async (one) => {
    await sql`insert into audit (id, application_id, certificate_id, organisation_id, audit_body_id, scheme_version_id, type, state,
        trigger, scheduled_at, scheduled_by, planned_at, starts_on, ends_on, notice_type, plan, started_at)
      select ${id}, application_id, ${certificateId}, organisation_id, audit_body_id, scheme_version_id, ${type}, 'in_progress',
        'claims_misused', scheduled_at, scheduled_by, planned_at, starts_on, ends_on, notice_type, plan, started_at
      from audit where type = 'stage2' and application_id = (select application_id from certificate where id = ${certificateId}) limit 1`.execute(
      one,
    );
    await sameTeam(one, id);
  });
  return id;
}

type Raising = { db: Kysely<Database>; lead: { accountId: string } };

/** Open, as its audit left it: what led to it is told elsewhere. */
export const aGraveFinding = ({ db, lead }: Raising, grade: 'major' | 'critical') =>
  pastRules(db, (one) =>
    sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, state,
        statement, evidence, raised_at, raised_by, issued_at, contain_due_on, plan_due_on, close_due_on)
      select id, application_id, organisation_id, 77, scheme_version_id, '1.1.2', ${grade},
        ${grade === 'critical' ? 'issued' : 'awaiting_cap'}, 'No payee is named.', 'Seen on paper.', '2026-03-01', ${lead.accountId}::uuid,
        '2026-03-01', ${grade === 'critical' ? '2026-03-04' : null}, '2026-04-01', '2026-08-01'
      from audit where type = 'stage2'`.execute(one),
  );
