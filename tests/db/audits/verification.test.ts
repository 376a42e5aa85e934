import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { verifyEvidence } from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { anEngagement, done, issued, now, type Engagement } from '#tests/support/factories/audits.ts';
import { closing, correctiveAction, evidence, seen } from '#tests/support/factories/corrections.ts';
import { aDocument, shownOf } from '#tests/support/factories/documents.ts';
import { test } from '#tests/support/test.ts';

const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

/** Evidence with a document, sent on the second day. */
async function proven(given: Engagement, grade: 'major' | 'minor' = 'major') {
  const { db, recruiter } = given;
  const { finding } = await issued(given, grade);
  done(await submitPlan(given.as(recruiter), finding, correctiveAction));
  done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
  const scope = { db, actor: recruiter, now: later(1) };
  done(await submitEvidence(scope, finding, evidence, shownOf(scope)));
  const { id } = await db.selectFrom('document').select('id').executeTakeFirstOrThrow();
  return { finding, document: id, lead: { db, actor: given.lead, now: later(3) } };
}

describe('a verification', () => {
  test('says what was seen, when and in which documents, to who closes and to the recruiter', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { finding, document, lead } = await proven(given);
    const form = { ...seen('desk', 1, later(2)), documents: [document, document] };
    done(await verifyEvidence(lead, finding, form));
    for (const actor of [given.reviewer, given.recruiter]) {
      const record = await findFinding(given.as(actor), finding);
      expect(record?.verification).toMatchObject({
        ...{ method: 'desk', seen: form.seen, seenOn: '2026-03-03', verifier: 'Anjali Rao', place: null },
        ...{ verifiedAt: lead.now, documents: [{ id: document, filename: 'proof.pdf', round: 1 }] },
      });
      expect(record?.closing).toBeUndefined();
    }
    done(await closeFinding({ db, actor: given.reviewer, now: later(4) }, finding, closing));
    const record = await findFinding(given.as(given.recruiter), finding);
    expect(record?.closing).toEqual({ ...closing, closer: 'Tomas Lindqvist', closedAt: later(4) });
  });

  test.for([
    ['before the evidence came', now, 'seen_before_evidence'],
    ['on a day to come', later(4), 'not_yet'],
  ] as const)('is refused %s', async ([, day, refusal], { db }) => {
    const given = await anEngagement(db);
    const { finding, lead } = await proven(given);
    expect(await verifyEvidence(lead, finding, seen('on_site', 1, day))).toEqual({ ok: false, refusal });
    expect(await db.selectFrom('finding_verification').selectAll().execute()).toEqual([]);
  });

  test('at the desk names a document that came', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding, lead } = await proven(given);
    const form = seen('desk', 1, later(2));
    expect(await verifyEvidence(lead, finding, form)).toEqual({ ok: false, refusal: 'no_document_at_desk' });
    const other = { ...form, documents: [crypto.randomUUID()] };
    expect(await verifyEvidence(lead, finding, other)).toEqual({ ok: false, refusal: 'no_such_evidence' });
  });
});

describe('by SQL', () => {
  const row = (given: Engagement, finding: string, more: Record<string, unknown> = {}) => ({
    ...{ finding_id: finding, round: 1, method: 'on_site', seen: 'The schedule hangs in both.' },
    ...{
      seen_on: '2026-03-03',
      place: 'Kathmandu',
      verified_at: later(3),
      verified_by: given.lead.accountId,
    },
    ...more,
  });

  test.for([
    [{ seen: 'Fine, all of it.' }, 'finding_verification_seen_check'],
    [{ place: null }, 'finding_verification_shape'],
    [{ method: 'guess' }, 'finding_verification_shape'],
    [{ method: 'worker_confirmed', place: null }, 'finding_verification_shape'],
    [{ method: 'worker_confirmed', place: null, confirmed: 5, affected: 4 }, 'finding_verification_shape'],
    [{ seen_on: '2026-03-01' }, 'after the evidence came'],
    [{ seen_on: '2026-03-05' }, 'after the evidence came'],
    [{ round: 2 }, 'finding_verification_finding_id_round_fkey'],
    [{}, 'its finding is verified by it'],
  ] as const)('is no row such as %j', async ([more, why], { db }) => {
    const given = await anEngagement(db);
    const { finding } = await proven(given);
    const insert = db.insertInto('finding_verification').values(row(given, finding, more));
    await expect(insert.execute()).rejects.toThrow(why);
  });

  test('is of somebody on the team, of a document of the evidence, and of a document at the desk', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { finding } = await proven(given);
    const by = (accountId: string) =>
      db
        .insertInto('finding_verification')
        .values(row(given, finding, { verified_by: accountId }))
        .execute();
    await expect(by(given.colleague.accountId)).rejects.toThrow('verified by the audit team');
    const desk = db
      .insertInto('finding_verification')
      .values(row(given, finding, { method: 'desk', place: null }));
    await expect(desk.execute()).rejects.toThrow('at the desk a document is looked at');
  });

  test('no finding is verified or closed without its words, and these stand', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding, document, lead } = await proven(given);
    await expect(
      sql
        .raw(
          `update finding_evidence set answer = 'verified', answered_at = '${now.toISOString()}', answered_by = '${given.lead.accountId}';
           update finding set state = 'verified', verification_method = 'on_site', verified_at = '${now.toISOString()}',
             verified_by = '${given.lead.accountId}'`,
        )
        .execute(db),
    ).rejects.toThrow('its verification says what was seen');
    done(await verifyEvidence(lead, finding, { ...seen('desk', 1, later(2)), documents: [document] }));
    const closes = db
      .updateTable('finding')
      .set({ state: 'closed', closed_at: later(4), closed_by: given.reviewer.accountId });
    await expect(closes.execute()).rejects.toThrow('says what they relied on');
    await expect(closes.set({ closing_words: 'All is well.' }).execute()).rejects.toThrow(
      'finding_closing_words_whole',
    );
    for (const table of ['finding_verification', 'finding_verification_document']) {
      await expect(sql.raw(`update ${table} set finding_id = finding_id`).execute(db)).rejects.toThrow(
        'append-only',
      );
      await expect(sql.raw(`delete from ${table}`).execute(db)).rejects.toThrow('append-only');
      await expect(sql.raw(`truncate ${table} cascade`).execute(db)).rejects.toThrow('append-only');
    }
    const other = await aDocument(given.as(given.recruiter), 'c');
    await expect(
      sql`insert into finding_verification_document values (${finding}, ${other})`.execute(db),
    ).rejects.toThrow('came as evidence of that finding');
  });
});
