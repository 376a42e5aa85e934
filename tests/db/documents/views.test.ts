import { describe, expect } from 'vitest';

import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { openDocument } from '#app/features/documents/commands.server.ts';
import { listViews } from '#app/features/documents/views.server.ts';
import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import {
  anEngagement,
  cancelling,
  done,
  noConflict,
  plan,
  prepared,
  scheduled,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aDocument } from '#tests/support/factories/documents.ts';
import { test } from '#tests/support/test.ts';

/** A document of the recruiter that everybody concerned opened, and whom each of them is shown. */
async function opened(given: Engagement) {
  const { as, recruiter, lead, officer } = given;
  const id = await aDocument(as(recruiter));
  for (const who of [recruiter, lead, officer]) done(await openDocument(as(who), id, 1));
  const shown = async (who: 'recruiter' | 'officer') => (await listViews(as(given[who]), id)).length;
  return { id, shown };
}

describe('who opened a document is shown to its recruiter', () => {
  test('at once where no audit is ahead that it does not know of', async ({ db }) => {
    const { shown } = await opened(await anEngagement(db));
    expect([await shown('recruiter'), await shown('officer')]).toEqual([3, 3]);
  });

  test('once the audit is told that they prepare; one that was cancelled untold is never told', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const id = await scheduled(given, 'stage1');
    const { shown } = await opened(given);
    expect([await shown('recruiter'), await shown('officer')]).toEqual([1, 3]);
    done(await declareConflict(given.as(given.lead), id, noConflict));
    await prepared(given, id);
    done(await planAudit(given.as(given.lead), id, plan));
    expect(await shown('recruiter')).toBe(1);
    done(await notifyAudit(given.as(given.lead), id, { reason: 'The recruiter asked for these days.' }));
    expect(await shown('recruiter')).toBe(3);
  });

  test('nor after it was cancelled before anybody told it', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await scheduled(given, 'stage1');
    const { shown } = await opened(given);
    done(await cancelAudit(given.as(given.lead), id, cancelling));
    expect(await shown('recruiter')).toBe(1);
  });

  test('not while an audit that the scheme ordered is with nobody yet', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const order = {
      type: 'special',
      trigger: 'material_change',
      noticeType: 'unannounced',
      dueOn: '2026-06-30',
      grounds: 'The agency moved its head office.',
    } as const;
    const { id } = done(await orderAudit(given.as(given.officer), given.certificateId, order));
    const { shown } = await opened(given);
    expect([await shown('recruiter'), await shown('officer')]).toEqual([1, 3]);
    // Scheduled later, it is as untold as before.
    const later = { ...given.as(given.lead), now: new Date('2026-03-10T09:00:00Z') };
    done(await scheduleProgrammeAudit(later, id, { colleagues: [] }));
    expect([await shown('recruiter'), await shown('officer')]).toEqual([1, 3]);
  });
});
