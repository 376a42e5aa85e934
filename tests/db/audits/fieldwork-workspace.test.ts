import type { Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { filtered } from '#app/features/audits/fieldwork/list/filter.ts';
import { listPresent, markPresence } from '#app/features/audits/fieldwork/presence/queries.server.ts';
import { findIndicator, listIndicators } from '#app/features/audits/fieldwork/queries.server.ts';
import { besideIndicator } from '#app/features/audits/fieldwork/workspace.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { fillWorkspace } from '#db/embedded/full-workspace.ts';
import { anEngagement, fieldwork, type Engagement } from '#tests/support/factories/audits.ts';
import { aDevice } from '#tests/support/factories/fieldwork.ts';
import { test } from '#tests/support/test.ts';

function counting(db: Kysely<Database>) {
  const asked: string[] = [];
  const counted = db.withPlugin({
    transformQuery: ({ node }) => (asked.push(node.kind), node),
    transformResult: ({ result }) => Promise.resolve(result),
  });
  return { asked, counted };
}

const nothing = { show: 'all', principle: '', evidence: '' } as const;

async function begun(given: Engagement) {
  const id = await fieldwork(given);
  const scope = { ...given.as(given.lead), actor: given.lead };
  const audit = await findAudit(scope, id);
  if (!audit) throw new Error('No such audit');
  return { id, audit, scope };
}

describe('the workspace', () => {
  test('asks the database equally often with nothing and with 93 answers and 500 pieces of evidence', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { id, audit, scope } = await begun(given);
    const { asked, counted } = counting(db);
    const own = { ...scope, db: counted };
    const open = async () => {
      asked.length = 0;
      const indicator = await findIndicator(own, audit, '1.1.2');
      if (!indicator) throw new Error('No such indicator');
      const beside = await besideIndicator(own, audit, indicator.code, nothing);
      return { times: asked.length, evidence: beside.evidence.length };
    };
    const empty = await open();
    await fillWorkspace(db, id, 500);
    const full = await open();
    expect([full.times, empty.times]).toEqual([7, 7]);
    expect([empty.evidence, full.evidence > 4]).toEqual([0, true]);
    asked.length = 0;
    const indicators = await listIndicators(own, audit);
    expect(asked).toHaveLength(1);
    expect(indicators.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0)).toBe(500);
  });

  test('tells which indicators are in conflict', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, audit, scope } = await begun(given);
    await aDevice(given.as(given.lead), id).edits('1.1.2', 'One way', 0);
    await aDevice(given.as(given.lead), id).edits('1.1.2', 'Another way', 0);
    const filter = { ...nothing, show: 'conflict' } as const;
    const { chosen, counts } = filtered(await listIndicators(scope, audit), filter);
    expect([chosen.map(({ code }) => code), counts['open']]).toEqual([['1.1.2'], 92]);
  });
});

describe('who has an indicator open', () => {
  const after = (minutes: number, now: Date) => new Date(now.getTime() + minutes * 60_000);

  test('is told to the others, fading for five minutes, one place a person', async ({ db }) => {
    const given = await anEngagement(db);
    const { id, audit, scope } = await begun(given);
    const colleague = { ...given.as(given.colleague), actor: given.colleague };
    await markPresence(colleague, audit, '1.1.2');
    await markPresence({ ...colleague, now: after(1, scope.now) }, audit, '1.1.3');
    const told = (minutes: number) => listPresent({ ...scope, now: after(minutes, scope.now) }, id);
    expect(await told(1.9)).toEqual([{ code: '1.1.3', name: 'Bo Ek', minutes: 0 }]);
    expect(await told(5.9)).toEqual([{ code: '1.1.3', name: 'Bo Ek', minutes: 4 }]);
    expect(await told(6.1)).toEqual([]);
    expect(await listPresent(colleague, id)).toEqual([]);
    expect(await db.selectFrom('indicator_presence').select('account_id').execute()).toHaveLength(1);
  });

  test('is noted while fieldwork goes on, and no longer', async ({ db }) => {
    const given = await anEngagement(db);
    const { audit, scope } = await begun(given);
    await markPresence(scope, { ...audit, state: 'fieldwork_done' }, '1.1.2');
    expect(await db.selectFrom('indicator_presence').select('account_id').execute()).toEqual([]);
  });
});
