import { expect } from 'vitest';

import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

test('a recruiter’s calendar holds no unannounced audit and nobody else’s; the audit body’s holds all', async ({
  db,
  work,
}) => {
  await aCertificate(db, work);
  const certificate = await db.selectFrom('certificate').selectAll().executeTakeFirstOrThrow();
  const person = { accountId: certificate.id };
  const recruiter = { kind: 'recruiter', organisationId: certificate.organisation_id, ...person } as const;
  const auditor = { kind: 'auditor', organisationId: certificate.audit_body_id, ...person } as const;
  const stranger = { ...recruiter, organisationId: certificate.id };
  const all = await db.selectFrom('audit_programme_entry').select('notice_type').execute();
  const told = await listProgramme({ db, actor: recruiter }, 1);
  expect(told.count).toBe(all.filter(({ notice_type }) => notice_type !== 'unannounced').length);
  expect(told.entries.map(({ noticeType }) => noticeType)).not.toContain('unannounced');
  expect((await listProgramme({ db, actor: auditor }, 1)).count).toBe(all.length);
  expect((await listProgramme({ db, actor: stranger }, 1)).entries).toEqual([]);
});
