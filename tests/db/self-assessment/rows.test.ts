import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { startSelfAssessment } from '#app/features/self-assessment/commands.server.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCompletedAttempt } from '#tests/support/factories/self-assessments.ts';
import { test } from '#tests/support/test.ts';

async function anAgency({ db, now }: Pick<Scope, 'db' | 'now'>) {
  await publishSchemeVersion({ db, now }, interimVersion);
  const kind = 'recruiter' as const;
  const agency = { kind, id: await foundOrganisation({ db, now }, { kind, name: 'Himal', country: 'NP' }) };
  return { db, now, actor: await aPerson(db, agency, 'recruiter') };
}

const score = (values: string) =>
  `insert into self_assessment_score (self_assessment_id, scheme_version_id, indicator_code, policies,
    not_applicable_reason, revision, scored_at, scored_by)
   select id, scheme_version_id, ${values}, 1, started_at, started_by from self_assessment`;

describe('rows of a self-assessment', () => {
  test.for([
    { change: `update self_assessment set attempt = 7`, why: 'stands as it is' },
    { change: `update self_assessment set completed_at = null, completed_by = null`, why: 'stands as it is' },
    { change: `delete from self_assessment`, why: 'append-only' },
    { change: `truncate self_assessment cascade`, why: 'append-only' },
    { change: `update self_assessment_score set policies = 4`, why: 'completed self-assessment stands' },
    { change: `delete from self_assessment_score`, why: 'completed self-assessment stands' },
    { change: `truncate self_assessment_score`, why: 'append-only' },
  ])('once completed, refuse: $change', async ({ change, why }, { db, now }) => {
    await aCompletedAttempt(await anAgency({ db, now }), 3);
    await expect(sql.raw(change).execute(db)).rejects.toThrow(why);
  });

  test.for([
    {
      change: `update self_assessment set completed_at = started_at, completed_by = started_by`,
      why: 'every indicator is answered',
    },
    { change: `update self_assessment set completed_at = started_at`, why: 'check constraint' },
    { change: score(`'1.3.1', 5, null`), why: 'check constraint' },
    { change: score(`'1.3.1', 2, 'It does not apply to us'`), why: 'self_assessment_score_shape' },
    { change: score(`'1.3.1', null, 'no'`), why: 'check constraint' },
    { change: score(`'9.9.9', 2, null`), why: 'foreign key' },
    {
      change: `insert into self_assessment (organisation_id, scheme_version_id, attempt, started_at, started_by)
        select organisation_id, scheme_version_id, 2, started_at, started_by from self_assessment`,
      why: 'self_assessment_one_open',
    },
  ])('while open, refuse: $change', async ({ change, why }, { db, now }) => {
    done(await startSelfAssessment(await anAgency({ db, now }), { from: 'blank' }));
    await expect(sql.raw(change).execute(db)).rejects.toThrow(why);
  });
});
