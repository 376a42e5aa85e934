import type { Kysely } from 'kysely';

import { drawAudits } from '#app/features/audits/programme/draws/commands.server.ts';
import { declareInterest } from '#app/features/bodies/interests/commands.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import type { Auditor, Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { done, now } from '#tests/support/factories/audits.ts';

type People = { auditor: Auditor; officer: Officer };

/** A draw, and a tie of the auditor to a recruiter nobody else here has to do with. */
export async function bodyNames(
  db: Kysely<Database>,
  { auditor, officer }: People,
): Promise<Record<string, string>> {
  const draw = done(await drawAudits({ db, now, actor: officer }, { measure: 'number', size: 1 }));
  const proposal = await db.selectFrom('audit_proposal').select('id').executeTakeFirstOrThrow();
  const late = await lateSurveillance(db);
  const interest = done(
    await declareInterest(
      { db, now, actor: auditor },
      {
        recruiter: 'Makalu Overseas',
        kind: 'kinship',
        statement: 'My sister works there as a clerk.',
        fromOn: '2024-01-01',
      },
    ),
  );
  const approval = await db
    .selectFrom('audit_body_approval')
    .select(['id', 'organisation_id'])
    .where('organisation_id', '=', auditor.organisationId)
    .executeTakeFirstOrThrow();
  const own = await db
    .selectFrom('auditor_approval')
    .select(['id', 'account_id'])
    .where('account_id', '=', auditor.accountId)
    .executeTakeFirstOrThrow();
  const record = await db
    .selectFrom('auditor_language')
    .select('id')
    .where('account_id', '=', auditor.accountId)
    .executeTakeFirstOrThrow();
  return {
    'auditors/:accountId': own.account_id,
    'misuses/:id': own.id,
    'misuses/:misuseId': own.id,
    'audit-proposals/:id': proposal.id,
    'audit-draws/:id': draw.id,
    'late-surveillances/:id': late,
    'team/:accountId': own.account_id,
    'auditor-approvals/:id': own.id,
    'withdraw/:recordId': record.id,
    'interests/:id': interest.id,
    'approvals/:id': approval.id,
    'audit-bodies/:id': approval.organisation_id,
    'audit-body/:id': approval.organisation_id,
  };
}

/** One that nobody will hold by its last day. */
async function lateSurveillance(db: Kysely<Database>) {
  const { id, due_on } = await db
    .selectFrom('audit_programme_entry')
    .select(['id', 'due_on'])
    .where('type', '=', 'surveillance')
    .where('reason', '=', 'cycle')
    .where('audit_id', 'is', null)
    .orderBy('due_on')
    .limit(1)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('audit_programme_entry')
    .set({ late_told_at: new Date(`${addDays(due_on, 1)}T06:00:00Z`) })
    .where('id', '=', id)
    .execute();
  return id;
}
