import { describe, expect } from 'vitest';

import { checklist } from '#app/features/mapping/policies/checklist.ts';
import {
  addPolicy,
  addPolicyVersion,
  judgeItem,
  keepPolicyFile,
  recordAcknowledgement,
  recordSending,
} from '#app/features/mapping/policies/commands.server.ts';
import {
  findPolicy,
  findSending,
  findVersion,
  listFiles,
  listJudged,
  listPolicies,
  listSendings,
} from '#app/features/mapping/policies/queries.server.ts';
import { gapsOf } from '#app/features/mapping/policies/rules.ts';
import { listPolicyTasks } from '#app/features/mapping/policies/tasks.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aParty } from '#tests/support/factories/mapping.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
import { test } from '#tests/support/test.ts';

const words = `Code of conduct. ${'No worker pays any fee for the job, at any tier. '.repeat(4)}`;
const evidence = 'A signed copy came back by mail.';

describe('a policy', () => {
  test('keeps its versions as they were pasted, and its review with the passages quoted', async ({
    db,
    now,
  }) => {
    const { owner } = await aCompany(db, now);
    const { id } = done(await addPolicy(owner, { title: 'Code of conduct', words }));
    const first = { policyId: id, number: 1 };
    expect(await addPolicy(owner, { title: 'Code of conduct', words })).toEqual({
      ok: false,
      refusal: 'named_already',
    });
    expect(await addPolicyVersion(owner, id, { words })).toEqual({ ok: false, refusal: 'same_words' });
    const covered = { verdict: 'covered', passage: 'no worker pays any fee', note: undefined } as const;
    done(await judgeItem(owner, first, 'no_fees', covered));
    expect(await judgeItem(owner, first, 'documents', { ...covered, passage: 'Passports stay' })).toEqual({
      ok: false,
      refusal: 'not_in_the_text',
    });
    done(await judgeItem(owner, first, 'documents', { ...covered, verdict: 'missing' }));
    done(await judgeItem(owner, first, 'no_fees', { ...covered, verdict: 'partly' }));
    const gaps = gapsOf(checklist.items, await listJudged(db, id, 1));
    expect(gaps.map(({ code, verdict }) => [code, verdict])).toEqual([
      ['no_fees', 'partly'],
      ['documents', 'missing'],
    ]);
    done(await addPolicyVersion(owner, id, { words: `${words}\nPassports stay with workers.` }));
    expect((await findPolicy(owner, id))?.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(await listPolicies(owner)).toMatchObject([{ id, last: 2 }]);
    expect(await listJudged(db, id, 2)).toEqual([]);
    for (const table of ['supply_policy_version', 'supply_policy_verdict'] as const) {
      await expect(db.updateTable(table).set({ number: 9 }).execute()).rejects.toThrow();
      await expect(db.deleteFrom(table).execute()).rejects.toThrow();
    }
  });

  test('has a file beside it, and belongs to its company alone', async ({ db, now }) => {
    const { owner } = await aCompany(db, now);
    const other = await aCompany(db, now, 'Delta');
    const { id } = done(await addPolicy(owner, { title: 'Code of conduct', words }));
    const file = {
      key: 'a',
      filename: 'code.pdf',
      mediaType: 'application/pdf',
      bytes: 9,
      sha256: 'a'.repeat(64),
    };
    done(await keepPolicyFile(owner, { policyId: id, number: 1 }, { ...file, quarantined: false }));
    expect(await listFiles(db, id, 1)).toMatchObject([{ filename: 'code.pdf' }]);
    expect(await findVersion(other.owner, id, '1')).toBeUndefined();
    const no = { ok: false, refusal: 'not_found' };
    expect(await addPolicyVersion(other.owner, id, { words: `${words} More.` })).toEqual(no);
    const missing = { verdict: 'missing', passage: undefined, note: undefined } as const;
    expect(await judgeItem(other.owner, { policyId: id, number: 1 }, 'no_fees', missing)).toEqual(no);
    expect(await judgeItem(owner, { policyId: id, number: 2 }, 'no_fees', missing)).toEqual(no);
  });

  test('is acknowledged by whom it was sent to; who is late stands on the desk', async ({ db, now }) => {
    const { id: companyId, owner } = await aCompany(db, now);
    const other = await aCompany(db, now, 'Delta');
    const party = await aParty(db, companyId, 'Himal Workforce', now);
    const { id } = done(await addPolicy(owner, { title: 'Code of conduct', words }));
    const version = { policyId: id, number: 1 };
    const form = { party, sentOn: '2026-02-01', dueOn: '2026-02-20', how: 'By mail to the owner' };
    const sent = done(await recordSending(owner, version, form));
    expect(await recordSending(owner, version, form)).toEqual({ ok: false, refusal: 'was_sent_this' });
    const theirs = await aParty(db, other.id, 'Gulf Gate', now);
    expect(await recordSending(owner, version, { ...form, party: theirs })).toEqual({
      ok: false,
      refusal: 'no_such_party',
    });
    expect(await listPolicyTasks(owner)).toMatchObject([
      {
        what: 'Ask for an acknowledgement',
        about: 'Code of conduct, version 1 · Himal Workforce',
        due: '2026-02-20',
      },
    ]);
    const said = { on: '2026-02-25', by: 'Mina Rai', evidence };
    expect(await recordAcknowledgement(other.owner, sent.id, said)).toEqual({
      ok: false,
      refusal: 'not_found',
    });
    expect(await findSending(other.owner, sent.id)).toBeUndefined();
    done(await recordAcknowledgement(owner, sent.id, said));
    expect(await recordAcknowledgement(owner, sent.id, said)).toEqual({
      ok: false,
      refusal: 'acknowledged_before',
    });
    expect(await listSendings(db, id)).toMatchObject([{ by: 'Mina Rai', acknowledgedOn: '2026-02-25' }]);
    expect(await listPolicyTasks(owner)).toEqual([]);
    const rewritten = db.updateTable('supply_policy_sending').set({ acknowledged_by: 'Somebody' }).execute();
    await expect(rewritten).rejects.toThrow();
  });
});
