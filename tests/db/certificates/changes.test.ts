import { sql } from 'kysely';
import { expect } from 'vitest';

import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { dismissProposal } from '#app/features/audits/programme/proposals/commands.server.ts';
import { findProposal, listProposalTasks } from '#app/features/audits/programme/proposals/queries.server.ts';
import { wordsOf } from '#app/features/audits/programme/proposals/ui/cause.tsx';
import { reportChange } from '#app/features/certificates/changes/commands.server.ts';
import { listOwnChanges } from '#app/features/certificates/changes/queries.server.ts';
import { withdrawCertificate } from '#app/features/certificates/status-commands.server.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const change = {
  kind: 'ownership' as const,
  changedOn: '2026-05-01',
  what: 'The founder sells her half to a family that owns a lender in Doha.',
};
const reason = { reason: 'The lender has no part in what workers are charged.' };
const order = {
  ...({ type: 'special', trigger: 'material_change', noticeType: 'unannounced' } as const),
  ...{ dueOn: '2026-06-01', grounds: 'A lender became an owner of the agency.' },
};

test('what a holder tells of proposes an audit to the scheme and orders none; the holder reads what it told alone', async ({
  db,
  work,
  mailer,
}) => {
  const given = await aCertificate(db, work);
  const officer = given.as(given.officer);
  const recruiter = given.as(given.recruiter);
  mailer.sent.length = 0;
  done(await reportChange(recruiter, change));
  await work();
  await work();
  const [task, ...others] = await listProposalTasks(officer);
  expect([task?.what, others]).toEqual([expect.stringContaining('reported a change'), []]);
  const proposal = await findProposal(officer, task?.id ?? '');
  expect(proposal).toMatchObject({ changed: 'ownership', what: change.what, outcome: null });
  if (!proposal) throw new Error('nothing was proposed');
  expect(wordsOf(proposal)).toMatchObject({
    trigger: 'material_change',
    link: expect.stringContaining('1 May 2026'),
  });
  expect(mailer.sent.map(({ subject }) => subject)).toEqual([
    `Himal Workforce reports a change: certificate ${given.number}`,
  ]);
  const ordered = await db
    .selectFrom('audit_programme_entry')
    .select('id')
    .where('reason', '=', 'ordered')
    .execute();
  expect(ordered).toEqual([]);
  const own = await listOwnChanges(recruiter);
  expect(own).toMatchObject([{ kind: 'ownership', what: change.what, number: given.number }]);
  done(await dismissProposal(officer, proposal.id, reason));
  expect(await listProposalTasks(officer)).toEqual([]);
  expect(await listOwnChanges(recruiter)).toEqual(own);
});

test('an order on a change in the agency answers what was told', async ({ db, work }) => {
  const given = await aCertificate(db, work);
  const officer = given.as(given.officer);
  done(await reportChange(given.as(given.recruiter), change));
  await work();
  const [task] = await listProposalTasks(officer);
  done(await orderAudit(officer, given.certificateId, order));
  expect(await findProposal(officer, task?.id ?? '')).toMatchObject({ outcome: 'ordered' });
});

test('sent twice it is told once; of what has ended, and by somebody else, nothing is told', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const recruiter = given.as(given.recruiter);
  const form = { ...change, id: crypto.randomUUID() };
  const both = await Promise.all([reportChange(recruiter, form), reportChange(recruiter, form)]);
  expect(both).toEqual([1, 2].map(() => ({ ok: true, value: expect.objectContaining({ id: form.id }) })));
  expect(await reportChange(recruiter, { ...form, kind: 'offices' })).toEqual({
    ok: false,
    refusal: 'sent_before',
  });
  expect(await listOwnChanges(recruiter)).toHaveLength(1);
  await work();
  expect(await listProposalTasks(given.as(given.officer))).toHaveLength(1);
  const stranger = await aPerson(db, { id: given.body.id, kind: 'audit_body' }, 'recruiter').catch(
    () => undefined,
  );
  if (stranger)
    expect(await reportChange(given.as(stranger), change)).toMatchObject({ refusal: 'no_certificate' });
  const ended = {
    reasonClass: 'fraud' as const,
    note: 'The receipts that were shown to the team are forged.',
  };
  done(await withdrawCertificate(given.as(given.officer), given.certificateId, ended));
  expect(await reportChange(recruiter, change)).toMatchObject({ ok: false });
  expect(await listOwnChanges(recruiter)).toHaveLength(1);
});

test('an officer tied to the recruiter is neither mailed nor asked', async ({ db, work, mailer }) => {
  const given = await aCertificate(db, work);
  const { officer, agency } = given;
  const advice = {
    ...{ account_id: officer.accountId, organisation_id: agency.id, kind: 'training' },
    ...{ given_on: '2026-02-01', recorded_at: given.as(officer).now, recorded_by: officer.accountId },
  };
  await db.insertInto('advice').values(advice).execute();
  mailer.sent.length = 0;
  done(await reportChange(given.as(given.recruiter), change));
  await work();
  expect(mailer.sent).toEqual([]);
  expect(await listProposalTasks(given.as(officer))).toEqual([]);
});

test('raw SQL tells of no change for somebody else, changes none, and proposes by none of another’s', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { id } = done(await reportChange(given.as(given.recruiter), change));
  const told = (person: string, day: string) =>
    sql`insert into material_change (certificate_id, kind, changed_on, what, reported_at, reported_by)
      values (${given.certificateId}, 'offices', ${day}, 'An office is opened in Pokhara.', '2026-03-01', ${person})`.execute(
      db,
    );
  await expect(told(given.officer.accountId, '2026-03-01')).rejects.toThrow('told by the holder');
  await expect(told(given.recruiter.accountId, '2027-03-02')).rejects.toThrow('material_change_not_far');
  await expect(db.updateTable('material_change').set({ kind: 'offices' }).execute()).rejects.toThrow(
    'append-only',
  );
  await expect(db.deleteFrom('material_change').execute()).rejects.toThrow('append-only');
  await expect(sql`truncate material_change cascade`.execute(db)).rejects.toThrow('append-only');
  await expect(
    sql`insert into audit_proposal (certificate_id, trigger, change_id, proposed_at)
      values (${given.certificateId}, 'licence_sanction', ${id}, '2026-03-01')`.execute(db),
  ).rejects.toThrow('audit_proposal_cause');
  await work();
  await expect(
    sql`insert into audit_proposal (certificate_id, trigger, change_id, proposed_at)
      values (${given.certificateId}, 'material_change', ${id}, '2026-03-01')`.execute(db),
  ).rejects.toThrow('audit_proposal_of_change');
  await expect(
    sql`update audit_proposal set change_id = null where change_id = ${id}`.execute(db),
  ).rejects.toThrow();
});
