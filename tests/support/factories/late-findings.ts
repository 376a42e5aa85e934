import { sql, type Kysely } from 'kysely';

import type { aCertificate } from './certificates.ts';
import { aReadyAudit, pastRules } from './matters.ts';

type Given = Awaited<ReturnType<typeof aCertificate>>;
type Due = {
  grade: 'major' | 'critical';
  state: 'awaiting_cap' | 'cap_accepted';
  type?: 'surveillance' | 'recertification';
};

/** A finding of an audit of the certificate, surveillance of the first of April where nothing else is said, with the days of its clocks, as its own rooms leave it. */
export async function aGraveFinding(
  given: Given,
  { grade, state, type = 'surveillance' }: Due,
  day = '2026-04-01',
) {
  const audit = await aReadyAudit(given, type, day);
  const [plan, close] = grade === 'critical' ? [7, 30] : [14, 90];
  const contained = grade === 'critical' ? sql`${day}::date + 3` : sql`null::date`;
  const id = crypto.randomUUID();
  await pastRules(given.db, async (one) => {
    await sql`update audit set state = 'caps_open' where id = ${audit}`.execute(one);
    await sql`insert into finding (id, audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade,
        state, statement, evidence, raised_at, raised_by, issued_at, contain_due_on, contained_at, containment, plan_due_on, close_due_on)
      select ${id}, id, application_id, organisation_id, 77, scheme_version_id, '1.1.2', ${grade}, ${state}, 'No payee is named.',
        'Seen on paper.', ${day}::date, ${given.lead.accountId}::uuid, ${day}::date, ${contained},
        case ${grade} when 'critical' then ${day}::timestamptz end, case ${grade} when 'critical' then 'It was stopped.' end, ${day}::date + ${plan}::integer, ${day}::date + ${close}::integer
      from audit where id = ${audit}`.execute(one);
  });
  return { audit, finding: id };
}

/** The rows an escalation in time leaves, of a finding nothing else is known of. */
export const escalatedInTime = <DB>(
  db: Kysely<DB>,
  { subject, to, at }: { subject: string; to: 'suspension' | 'withdrawal'; at: Date },
) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`insert into certificate_announcement (certificate_id, change, due_on, step, acts_on, announced_at, finding_id)
      select id, 'late_finding', ${at}::date, 7, ${at}::date, ${at}::timestamptz - interval '7 days', ${subject} from certificate limit 1`.execute(
      trx,
    );
    await sql`insert into finding_escalation (finding_id, cause, clock, due_on, from_grade, to_step, escalated_at)
      values (${subject}, 'late', 'plan', ${at}::date - 1, case ${to} when 'suspension' then 'major' else 'critical' end, ${to}, ${at})`.execute(
      trx,
    );
  });
