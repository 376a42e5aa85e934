import type { Kysely } from 'kysely';

import { drawAudits } from '#app/features/audits/programme/draws/commands.server.ts';
import { declareInterest } from '#app/features/bodies/interests/commands.server.ts';
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
    'team/:accountId': own.account_id,
    'auditor-approvals/:id': own.id,
    'withdraw/:recordId': record.id,
    'interests/:id': interest.id,
    'approvals/:id': approval.id,
    'audit-bodies/:id': approval.organisation_id,
    'audit-body/:id': approval.organisation_id,
  };
}
