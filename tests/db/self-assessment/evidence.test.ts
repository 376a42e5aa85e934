import { sql } from 'kysely';
import { expect } from 'vitest';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { startSelfAssessment } from '#app/features/self-assessment/commands.server.ts';
import { attachEvidence, findEvidence, listEvidence } from '#app/features/self-assessment/evidence.server.ts';
import { findOwnResult } from '#app/features/self-assessment/result.server.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCompletedAttempt, existing } from '#tests/support/factories/self-assessments.ts';
import { test } from '#tests/support/test.ts';

async function anAgency({ db, now }: Pick<Scope, 'db' | 'now'>, name: string): Promise<Scope<Recruiter>> {
  const kind = 'recruiter' as const;
  const agency = { kind, id: await foundOrganisation({ db, now }, { kind, name, country: 'NP' }) };
  return { db, now, actor: await aPerson(db, agency, 'recruiter') };
}

async function aDocument({ db, now, actor }: Scope<Recruiter>, title: string) {
  const { id } = await db
    .insertInto('document')
    .values({
      organisation_id: actor.organisationId,
      kind: 'policy',
      title,
      added_at: now,
      added_by: actor.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

test('an indicator names the agency’s own documents while the attempt is open', async ({ db, now }) => {
  await publishSchemeVersion({ db, now }, interimVersion);
  const mina = await anAgency({ db, now }, 'Himal Workforce');
  const stranger = await anAgency({ db, now }, 'Sunrise Overseas');
  const [policy, receipts, foreign] = [
    await aDocument(mina, 'Policy'),
    await aDocument(mina, 'Receipts'),
    await aDocument(stranger, 'Theirs'),
  ];
  done(await startSelfAssessment(mina, { from: 'blank' }));
  done(await attachEvidence(mina, '1', '1.3.1', { documents: [policy, receipts, policy] }));
  done(await attachEvidence(mina, '1', '1.3.1', { documents: [receipts] }));
  const { id, documents } = existing(await findEvidence(mina, '1', '1.3.1'));
  expect(documents.filter(({ attachedAt }) => attachedAt).map(({ title }) => title)).toEqual(['Receipts']);
  expect(await listEvidence(db, id)).toEqual([{ code: '1.3.1', id: receipts, title: 'Receipts' }]);
  expect(await attachEvidence(mina, '1', '1.3.1', { documents: [foreign] })).toEqual({
    ok: false,
    refusal: 'no_such_document',
  });
  expect(await attachEvidence(mina, '1', '9.9.9', { documents: [] })).toEqual({
    ok: false,
    refusal: 'not_found',
  });
  expect(await findEvidence(stranger, '1', '1.3.1')).toBeUndefined();
  const raw = sql`update self_assessment_evidence set document_id = ${foreign}`;
  await expect(raw.execute(db)).rejects.toThrow('of its own organisation');
  done(await attachEvidence(mina, '1', '1.3.1', { documents: [] }));
  expect(await listEvidence(db, id)).toEqual([]);
});

test('what a completed attempt names stands, and its result tells where it is weak', async ({ db, now }) => {
  await publishSchemeVersion({ db, now }, interimVersion);
  const mina = await anAgency({ db, now }, 'Himal Workforce');
  const attempt = await aCompletedAttempt(mina, 2);
  expect(await attachEvidence(mina, attempt, '1.3.1', { documents: [] })).toEqual({
    ok: false,
    refusal: 'already_completed',
  });
  const result = existing(await findOwnResult(mina, attempt));
  expect(result.maturity).toBe(2);
  expect(result.gaps).toHaveLength(27);
  expect(result.principles.map(({ maturity }) => maturity)).toEqual([2, 2, 2, 2, 2, 2, 2]);
});
