import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { describe, expect } from 'vitest';

import {
  addEvidence,
  changeAction,
  planAction,
  stepAction,
} from '#app/features/mapping/actions/commands.server.ts';
import type { ActionForm } from '#app/features/mapping/actions/forms.ts';
import { findAction, listActions, listSteps } from '#app/features/mapping/actions/queries.server.ts';
import { effectInWords } from '#app/features/mapping/actions/rules.ts';
import { listActionTasks } from '#app/features/mapping/actions/tasks.server.ts';
import { recordPaperScan } from '#app/features/mapping/papers/commands.server.ts';
import { findPaper } from '#app/features/mapping/papers/queries.server.ts';
import { scanPaper } from '#app/features/mapping/papers/scan.server.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aParty } from '#tests/support/factories/mapping.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
import { test } from '#tests/support/test.ts';

const form = (more: Partial<ActionForm> = {}): ActionForm => ({
  ...{ indicator: 'recruitment_fees', what: 'Ask workers what they paid, without their recruiter.' },
  ...{ module: 'T16', ownerName: 'Ola Berg', dueOn: '2026-03-20' },
  ...{ risk: 62, riskWhy: 'Two of five workers named a fee' },
  ...more,
});
const note = 'The list of the bank of 12 March shows it.';
const file = (key: string) => ({
  ...{ key, filename: 'bank.pdf', mediaType: 'application/pdf', bytes: 1200, sha256: 'a'.repeat(64) },
  quarantined: true,
});
const step = (scope: Scope<Company>, id: string, to: 'under_way' | 'done' | 'effective', risk?: number) =>
  stepAction(scope, id, { to, note, risk, riskWhy: risk === undefined ? undefined : 'As workers told us' });
const later = (scope: Scope<Company>, day: string) => ({ ...scope, now: new Date(`${day}T09:00:00Z`) });

describe('a mitigation plan', () => {
  test('goes step by step to verified, with the effect on the risk said, and stands on the desk', async ({
    db,
    now,
  }) => {
    const { id: companyId, owner } = await aCompany(db, now);
    const party = await aParty(db, companyId, 'Himal Workforce', now);
    const { id } = done(await planAction(owner, form({ party })));
    expect(await listActions(owner, { party, limit: 10, offset: 0 })).toMatchObject([
      { id, state: 'planned', owner: 'Ola Berg', party: 'Himal Workforce', module: 'T16' },
    ]);
    expect(await listActionTasks(owner)).toMatchObject([{ what: 'Act on a risk', due: '2026-03-20' }]);

    expect(await step(owner, id, 'done')).toEqual({ ok: false, refusal: 'not_the_next_step' });
    done(await step(owner, id, 'under_way'));
    done(await addEvidence(owner, id, { note }, file('one')));
    done(await step(owner, id, 'done'));
    expect(await listActionTasks(owner)).toMatchObject([{ what: 'Verify whether it worked', due: null }]);
    expect(await step(owner, id, 'effective')).toEqual({ ok: false, refusal: 'say_the_risk' });
    done(await step(owner, id, 'effective', 40));
    const steps = await listSteps(db, id);
    expect(steps.map(({ kind }) => kind)).toEqual(['planned', 'under_way', 'evidence', 'done', 'effective']);
    expect(effectInWords(steps)).toBe('The residual risk went down from 62 to 40 of 100.');
    expect(await listActionTasks(owner)).toEqual([]);
    const change = { ownerName: 'Eva Lind', dueOn: '2026-05-01', note };
    expect(await changeAction(owner, id, change)).toEqual({ ok: false, refusal: 'verified_already' });
  });

  test('names an owner and a day that may change, with what was before in its history', async ({
    db,
    now,
  }) => {
    const { owner, another } = await aCompany(db, now);
    const colleague = await another();
    const { id } = done(await planAction(owner, form()));
    const change = { owner: colleague.actor.accountId, dueOn: '2026-04-20', note };
    done(await changeAction(colleague, id, change));
    expect(await findAction(owner, id)).toMatchObject({
      owner: 'Ola Berg',
      ownerName: null,
      dueOn: '2026-04-20',
    });
    const [, changed] = await listSteps(db, id);
    expect(changed?.note).toContain('Before: Ola Berg, by 2026-03-20.');
    expect(await listActionTasks(later(owner, '2026-03-01'))).toEqual([]);
    expect(await listActionTasks(later(owner, '2026-04-22'))).toHaveLength(1);
  });

  test('belongs to its company alone, as do its parties and colleagues', async ({ db, now }) => {
    const { owner } = await aCompany(db, now);
    const other = await aCompany(db, now, 'Delta');
    const party = await aParty(db, other.id, 'Gulf Gate', now);
    const { id } = done(await planAction(owner, form()));
    expect(await planAction(owner, form({ party }))).toEqual({ ok: false, refusal: 'no_such_party' });
    const theirs = form({ owner: other.owner.actor.accountId, ownerName: undefined });
    expect(await planAction(owner, theirs)).toEqual({ ok: false, refusal: 'no_such_colleague' });
    expect(await findAction(other.owner, id)).toBeUndefined();
    expect(await step(other.owner, id, 'under_way')).toEqual({ ok: false, refusal: 'not_found' });
    expect(await addEvidence(other.owner, id, { note })).toEqual({ ok: false, refusal: 'not_found' });
    expect(await planAction(owner, form({ id }))).toEqual({ ok: false, refusal: 'sent_before' });
  });

  test('keeps steps and what was planned as they were written', async ({ db, now }) => {
    const { owner } = await aCompany(db, now);
    const { id } = done(await planAction(owner, form()));
    await expect(
      db.updateTable('mitigation_step').set({ note: 'Something else' }).execute(),
    ).rejects.toThrow();
    await expect(db.deleteFrom('mitigation_step').execute()).rejects.toThrow();
    await expect(
      db
        .updateTable('mitigation_action')
        .set({ what: 'Something else entirely' })
        .where('id', '=', id)
        .execute(),
    ).rejects.toThrow();
    await expect(
      db.updateTable('mitigation_action').set({ state: 'effective' }).where('id', '=', id).execute(),
    ).rejects.toThrow();
  });

  test('shows a file once it was looked at, to its company alone', async ({ db, now }) => {
    const { owner } = await aCompany(db, now);
    const other = await aCompany(db, now, 'Delta');
    const { id } = done(await planAction(owner, form()));
    const folder = await mkdtemp(join(tmpdir(), 'papers-'));
    const storage = folderStorage(`file://${folder}`);
    const { key } = await storage.write(Readable.from(['eicar']));
    done(await addEvidence(owner, id, { note }, file(key)));
    const [, shown] = await listSteps(db, id);
    const paper = shown?.paperId ?? '';
    expect(await findPaper(owner, paper)).toMatchObject({
      filename: 'bank.pdf',
      scan: 'quarantined',
      key,
    });
    expect(await findPaper(other.owner, paper)).toBeUndefined();
    await scanPaper({ db, now, storage, scanner: () => Promise.resolve('infected') }, paper);
    expect(existsSync(join(folder, key.slice(0, 2), key))).toBe(false);
    expect(await findPaper(owner, paper)).toMatchObject({ scan: 'infected' });
    expect(await recordPaperScan({ db, now }, paper, 'clean')).toEqual({
      ok: false,
      refusal: 'already_scanned',
    });
  });
});
