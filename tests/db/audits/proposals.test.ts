import { sql } from 'kysely';
import { expect } from 'vitest';

import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { dismissProposal, proposeAudit } from '#app/features/audits/programme/proposals/commands.server.ts';
import { findProposal, listProposalTasks } from '#app/features/audits/programme/proposals/queries.server.ts';
import { declareLicence } from '#app/features/licences/commands.server.ts';
import { confirmLicence, suspendLicence } from '#app/features/licences/decision-commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { licenceForm, note } from '#tests/support/factories/licences.ts';
import { test } from '#tests/support/test.ts';

const reason = { reason: 'The sanction was lifted the same day.' };

test('a sanction on a licence proposes one special audit, which an order on that cause answers', async ({
  db,
  work,
}) => {
  const { as, recruiter, officer, lead, certificateId } = await aCertificate(db, work);
  const { id } = done(await declareLicence(as(recruiter), licenceForm));
  done(await confirmLicence(as(officer), id, note));
  done(await suspendLicence(as(officer), id, { ...note, reasonClass: 'fees_charged' }));
  await work();
  const [task, ...more] = await listProposalTasks(as(officer));
  expect(more).toEqual([]);
  const proposal = task?.id ?? '';
  expect(await findProposal(as(officer), proposal)).toMatchObject({
    certificateId,
    licenceId: id,
    outcome: null,
  });
  done(await proposeAudit(as(officer), { certificateId, licenceId: id }));
  expect(await listProposalTasks(as(officer))).toHaveLength(1);
  expect(await dismissProposal(as(lead), proposal, reason)).toMatchObject({ refusal: 'forbidden' });

  const order = { type: 'special', noticeType: 'unannounced', dueOn: '2026-06-01' } as const;
  const grounds = 'The ministry suspended its licence for fees.';
  done(await orderAudit(as(officer), certificateId, { ...order, trigger: 'licence_sanction', grounds }));
  expect(await listProposalTasks(as(officer))).toEqual([]);
  expect((await findProposal(as(officer), proposal))?.outcome).toBe('ordered');
  expect(await dismissProposal(as(officer), proposal, reason)).toMatchObject({
    refusal: 'proposal_answered',
  });
});

test('it is dismissed once, with reasons, by an officer; raw SQL does neither more nor less', async ({
  db,
  work,
}) => {
  const { as, recruiter, officer, lead, certificateId } = await aCertificate(db, work);
  const { id: licenceId } = done(await declareLicence(as(recruiter), licenceForm));
  done(await proposeAudit(as(officer), { certificateId, licenceId }));
  const [task] = await listProposalTasks(as(officer));
  const raw = (set: string) => sql.raw(`update audit_proposal set ${set}`).execute(db);
  await expect(raw(`outcome = 'dismissed'`)).rejects.toThrow('audit_proposal_answer');
  await expect(
    raw(
      `outcome = 'dismissed', reasons = 'No reason at all', answered_at = now(), answered_by = '${lead.accountId}'`,
    ),
  ).rejects.toThrow('by officers');
  const both = await Promise.all([1, 2].map(() => dismissProposal(as(officer), task?.id ?? '', reason)));
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  await expect(raw(`reasons = 'Others than before'`)).rejects.toThrow('stands as it is');
  await expect(sql`delete from audit_proposal`.execute(db)).rejects.toThrow('append-only');
});
