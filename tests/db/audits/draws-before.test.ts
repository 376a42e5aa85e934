import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { drawAudits } from '#app/features/audits/programme/draws/commands.server.ts';
import { dismissProposal } from '#app/features/audits/programme/proposals/commands.server.ts';
import { listProposalTasks } from '#app/features/audits/programme/proposals/queries.server.ts';
import { askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { listTransferTasks } from '#app/features/certificates/transfer/queries.server.ts';
import type { Reviewer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { aPerson, aPlace, approved, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { reviewed } from '#tests/support/factories/transfers.ts';
import { test } from '#tests/support/test.ts';

const one = { measure: 'number', size: 1 } as const;
const answer = { outcome: 'accepted' as const, answer: 'The reports were reviewed and nothing is open.' };
const reason = { reason: 'It was audited without notice this very month.' };

type Given = Awaited<ReturnType<typeof aCertificate>>;

/** Another body takes the certificate over. */
async function transferred(given: Given, name: string) {
  const { db } = given;
  const body = await aPlace(db, 'audit_body', name);
  const reviewer: Reviewer = await aPerson(db, body, 'reviewer', `Reviewer of ${name}`);
  await approved(db, body.id, given.officer);
  const asked = { body: body.id, grounds: 'The new body has auditors who speak Maithili.' };
  done(await askForTransfer(given.as(given.recruiter), asked));
  const [task] = await listTransferTasks(given.as(reviewer));
  done(await reviewed(given.as(reviewer), task?.id ?? '', answer));
}

/** What may be drawn, asked of all at once and of each: both must say the same. */
async function drawable(db: Kysely<Database>) {
  const day = sql`'2026-03-01'::date`;
  const atOnce = await sql<{
    id: string;
  }>`select certificate_id as id from drawables(${day}) order by 1`.execute(db);
  const apart = await sql<{
    id: string;
  }>`select id from certificate where is_drawable(id, ${day}) order by 1`.execute(db);
  expect(atOnce.rows).toEqual(apart.rows);
  return atOnce.rows.length;
}

test('what was drawn waits also under the numbers that follow, until it is answered', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const officer = given.as(given.officer);
  done(await drawAudits(officer, one));
  await transferred(given, 'Lantern Audits');
  expect(await drawable(db)).toBe(0);
  // Its programme is set only now: that alone does not let it be drawn.
  await work();
  expect(await drawable(db)).toBe(0);
  await transferred(given, 'Compass Audit');
  await work();
  expect(await drawable(db)).toBe(0);
  expect(await drawAudits(officer, one)).toMatchObject({ refusal: 'no_candidates' });
  const [task] = await listProposalTasks(officer);
  done(await dismissProposal(officer, task?.id ?? '', reason));
  expect(await drawable(db)).toBe(1);
  done(await drawAudits(officer, one));
});

test('what was drawn and ordered waits until its audit took place, whoever audits it', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const officer = given.as(given.officer);
  done(await drawAudits(officer, one));
  const order = { type: 'special', trigger: 'random_draw', noticeType: 'unannounced' } as const;
  const grounds = 'Drawn by lot out of all that stand.';
  done(await orderAudit(officer, given.certificateId, { ...order, dueOn: '2026-06-01', grounds }));
  await transferred(given, 'Lantern Audits');
  expect(await drawable(db)).toBe(0);
  await work();
  expect(await drawable(db)).toBe(0);
});
