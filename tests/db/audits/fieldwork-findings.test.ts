import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { bundleOf } from '#app/features/audits/fieldwork/queries.server.ts';
import { inWords } from '#app/features/audits/fieldwork/ui/sync-words.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import {
  cancelling,
  anEngagement,
  assessAll,
  checking,
  done,
  fewHeard,
  fieldwork,
  now,
  planned,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { aDevice, anEdit, aRaising } from '#tests/support/factories/fieldwork.ts';
import { aWorker } from '#tests/support/factories/interviews.ts';
import { test } from '#tests/support/test.ts';

async function withColleague(given: Engagement, auditId: string) {
  await sql`insert into audit_team_member (audit_id, account_id, role, assigned_at)
    values (${auditId}, ${given.colleague.accountId}, 'auditor', now())`.execute(given.db);
}

const findings = ({ db }: Engagement) =>
  db
    .selectFrom('finding')
    .select([
      'id',
      'number',
      'grade',
      'state',
      'statement',
      'raised_by as by',
      'contain_due_on as containDueOn',
    ])
    .select(['raised_at as raisedAt', 'harm', 'requirement_kind as kind', 'law_place as place'])
    .orderBy('number')
    .execute();
const told = async ({ db }: Engagement, id: string) => {
  const rows = await db
    .selectFrom('event')
    .select('type')
    .where('subject', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(({ type }) => type);
};

describe('a finding that a device raised', () => {
  test('comes in the order of the work, once, however often and from wherever it is sent', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const { sends } = aDevice(given.as(given.lead), id);
    const day = [anEdit(1, '1.1.2', 'First'), aRaising(2, '1.1.2'), anEdit(3, '1.1.2', 'Then', 1)];
    const first = done(await sends(day));
    expect(first.results.map(({ outcome }) => outcome)).toEqual(['applied', 'raised', 'applied']);
    const [finding] = await findings(given);
    const { findingId } = aRaisingOf(day[1]);
    expect(finding).toMatchObject({ id: findingId, number: 1, grade: 'major', state: 'raised' });
    expect(first.results[1]).toMatchObject({ finding: { id: findingId, grade: 'major' } });
    expect(await Promise.all([sends(day), sends(day)])).toMatchObject([
      { value: { results: first.results } },
      { value: { results: first.results } },
    ]);
    // Its browser was copied, or its count began anew: the finding keeps its id.
    const copy = { ...aRaisingOf(day[1]), id: randomUUID(), seq: 1 };
    const again = done(await aDevice(given.as(given.lead), id).sends([copy]));
    expect(again.results).toMatchObject([{ outcome: 'raised', finding: { id: findingId } }]);
    expect(await findings(given)).toHaveLength(1);
  });

  test('sent twice at once from two copies of a browser is raised once', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const one = aRaising(1, '1.1.2');
    const copies = [one, { ...one, id: randomUUID() }];
    const both = await Promise.all(copies.map((copy) => aDevice(given.as(given.lead), id).sends([copy])));
    expect(both.map((outcome) => done(outcome).results[0]?.outcome)).toEqual(['raised', 'raised']);
    expect(await findings(given)).toHaveLength(1);
  });

  test('that is critical is told at once when it arrives, and its days run from then', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const madeAt = new Date('2019-01-01T00:00:00Z');
    const law = { requirementKind: 'law' as const, lawInstrument: 'The Act', lawPlace: 'Section 3' };
    const sent = {
      ...aRaising(1, '2.1.1'),
      ...law,
      grade: 'critical' as const,
      harm: 'wages' as const,
      madeAt,
    };
    done(await aDevice(given.as(given.lead), id).sends([sent]));
    const [finding] = await findings(given);
    expect(finding).toMatchObject({
      grade: 'critical',
      state: 'issued',
      raisedAt: now,
      kind: 'law',
      place: 'Section 3',
    });
    expect(finding?.containDueOn?.slice(0, 7)).toBe(now.toISOString().slice(0, 7));
    expect(await told(given, sent.findingId)).toEqual([
      'finding.raised',
      'finding.issued',
      'finding.told_at_once',
    ]);
    const kept = await db.selectFrom('fieldwork_operation').select('made_at').executeTakeFirstOrThrow();
    expect(kept.made_at).toEqual(madeAt);
  });

  test('beside the colleague’s on the same indicator is a finding of its own', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await withColleague(given, id);
    const said = { statement: 'The same words, by two people.' };
    await Promise.all(
      [given.lead, given.colleague].map((who) =>
        aDevice(given.as(who), id).sends([{ ...aRaising(1, '1.1.2'), ...said }]),
      ),
    );
    const rows = await findings(given);
    expect(rows.map(({ number }) => number)).toEqual([1, 2]);
    expect(new Set(rows.map(({ by }) => by)).size).toBe(2);
  });

  test('after fieldwork still comes while the report is written; answers do not', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    await assessAll(given, id);
    done(await closeFieldwork(given.as(given.lead), id, fewHeard));
    const { sends } = aDevice(given.as(given.lead), id);
    const { results } = done(await sends([anEdit(1, '1.1.2', 'Late', 1), aRaising(2, '1.1.2')]));
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'raised']);
  });

  test('stands in what the next device takes along, with the keys of interviews and nothing else of them', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const { pseudonym } = done(await recordInterview(given.as(given.lead), id, aWorker));
    const sent = { ...aRaising(1, '1.1.2'), evidence: `${pseudonym} showed the receipt.` };
    done(await aDevice(given.as(given.lead), id).sends([sent]));
    const scope = { ...given.as(given.lead), actor: given.lead };
    const audit = await findAudit(scope, id);
    if (!audit) throw new Error('No such audit');
    const { findings: along, interviews } = await bundleOf(scope, audit);
    expect(along).toMatchObject([
      { id: sent.findingId, code: '1.1.2', by: 'Anjali Rao', statement: sent.statement },
    ]);
    expect(interviews).toEqual([pseudonym]);
  });
});

function aRaisingOf(operation: ReturnType<typeof aRaising> | ReturnType<typeof anEdit> | undefined) {
  if (operation?.kind !== 'raise') throw new Error('No finding');
  return operation;
}

describe('a finding that is not taken is kept in its words, holds nothing up, and says why', () => {
  test.for([
    ['no such indicator', { code: '9.9.9' }, 'no_such_indicator', /./],
    ['too short', { statement: 'Short' }, 'finding_incomplete', /Something is missing/],
    ['too long', { evidence: 'a'.repeat(10_001) }, 'text_too_long', /long/],
    [
      'a law without its place',
      { requirementKind: 'law' as const, lawInstrument: 'The Act' },
      'finding_incomplete',
      /law/,
    ],
    [
      'harm in an observation',
      { grade: 'observation' as const, harm: 'wages' as const },
      'finding_incomplete',
      /./,
    ],
    [
      'an interview of no audit',
      { evidence: 'W-999 showed a receipt.' },
      'unknown_interview',
      /none of this audit/,
    ],
  ] as const)('%s', async ([, change, refusal, words], { db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const sent = { ...aRaising(1, '1.1.2'), ...change };
    const { sends } = aDevice(given.as(given.lead), id);
    const { results } = done(await sends([sent, anEdit(2, '1.1.3', 'Behind it')]));
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'applied']);
    const [refused] = results;
    expect(refused).toMatchObject({ refusal });
    const message = refused && inWords(refused);
    expect(message).toMatchObject({ message: expect.stringMatching(words) });
    expect(message).toMatchObject({
      message: expect.stringMatching(/Your finding was not taken, but it is kept/),
    });
    expect(await findings(given)).toEqual([]);
    expect(await listRefused(db, id)).toMatchObject([
      {
        kind: 'raise',
        note: sent.statement,
        evidence: sent.evidence,
        raising: { grade: sent.grade },
        by: 'Anjali Rao',
      },
    ]);
    expect(done(await sends([sent])).results).toEqual([refused]);
  });

  test('sent before in other words', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const first = aRaising(1, '1.1.2');
    const { sends } = aDevice(given.as(given.lead), id);
    done(await sends([first]));
    const other = { ...first, id: randomUUID(), seq: 2, statement: 'Quite other words than before.' };
    const [refused] = done(await sends([other])).results;
    expect(refused && inWords(refused)).toMatchObject({
      refusal: 'sent_before',
      message: expect.stringContaining('arrived before in other words'),
    });
    expect((await findings(given)).map(({ statement }) => statement)).toEqual([first.statement]);
  });

  test('in the same words as one of the same person’s, and says when that was recorded', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    const { sends } = aDevice(given.as(given.lead), id);
    const { results } = done(await sends([aRaising(1, '1.1.2'), aRaising(2, '1.1.2')]));
    expect(results.map(({ outcome }) => outcome)).toEqual(['raised', 'refused']);
    expect(results[1] && inWords(results[1])).toMatchObject({
      message: expect.stringMatching(/same words on this indicator.*1 March 2026/),
    });
  });

  test('of an audit that was cancelled meanwhile', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await planned(given, 'stage1');
    done(await cancelAudit(given.as(given.lead), id, cancelling));
    const [refused] = done(await aDevice(given.as(given.lead), id).sends([aRaising(1, '1.1.2')])).results;
    expect(refused && inWords(refused)).toMatchObject({
      refusal: 'audit_is_cancelled',
      message: expect.stringMatching(/cancelled.*Your finding was not taken, but it is kept/),
    });
    expect(await listRefused(db, id)).toMatchObject([{ raising: { grade: 'major' } }]);
  });

  test('of an audit whose report was sent', async ({ db }) => {
    const given = await anEngagement(db);
    const { id } = await checking(given, []);
    const [refused] = done(await aDevice(given.as(given.lead), id).sends([aRaising(1, '1.1.2')])).results;
    expect(refused).toMatchObject({ outcome: 'refused', refusal: 'audit_is_fact_check' });
  });
});

describe('for raw SQL', () => {
  test('what was raised is a finding of its author in the words that were sent', async ({ db }) => {
    const given = await anEngagement(db);
    const id = await fieldwork(given);
    done(await aDevice(given.as(given.lead), id).sends([aRaising(1, '1.1.2')]));
    const sent = (change: object) =>
      sql`insert into fieldwork_operation select (jsonb_populate_record(o, ${JSON.stringify({
        ...{ id: randomUUID(), seq: 2 },
        ...change,
      })}::jsonb)).* from fieldwork_operation o`.execute(db);
    for (const change of [{ note: 'Other words' }, { indicator_code: '1.1.3' }, { evidence: 'Another till' }])
      await expect(sent(change)).rejects.toThrow('in the words that were sent');
    for (const change of [
      { finding_id: null },
      { outcome: 'refused' },
      { outcome: 'refused', refusal: 'no' },
      { raising: null },
      { conformity: 'conforms' },
      { base: 1 },
      { kind: 'assess' },
      { kind: 'sings' },
      { raising: [] },
    ])
      await expect(sent(change)).rejects.toThrow('violates check constraint');
    await sent({});
  });
});
