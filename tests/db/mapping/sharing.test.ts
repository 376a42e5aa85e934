import { sql } from 'kysely';
import { expect } from 'vitest';

import { findChain } from '#app/features/mapping/chain/chain.server.ts';
import { listInvited } from '#app/features/mapping/campaigns/queries.server.ts';
import { listEarlier } from '#app/features/mapping/answering/pages.server.ts';
import { listAnswersOf, listParties } from '#app/features/mapping/parties/queries.server.ts';
import { reuseAnswer, withdrawShare } from '#app/features/mapping/sharing/commands.server.ts';
import { findSeenAnswer, listSeenAnswers } from '#app/features/mapping/sharing/queries.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCampaign, anAnswer, supplier, visitOf } from '#tests/support/factories/mapping.ts';
import { test } from '#tests/support/test.ts';

const page = { limit: 20, offset: 0 };
const at = 'people@delta.example';

const upstream = [
  {
    ...{
      up_name: 'Everest Manpower',
      up_kind: 'recruiter',
      up_country: 'NP',
      up_email: 'ops@everest.example',
    },
    ...{ up_may_invite: 'yes', up_may_be_seen: 'yes' },
  },
  {
    ...{ up_name: 'Quiet Hiring', up_kind: 'recruiter', up_country: 'IN', up_email: 'ops@quiet.example' },
    ...{ up_may_invite: 'yes', up_may_be_seen: 'no' },
  },
  {
    ...{ up_name: 'Shy Agent', up_kind: 'sub_agent', up_country: 'NP', up_email: 'shy@agent.example' },
    ...{ up_may_invite: 'no', up_may_be_seen: 'yes' },
  },
];
const answers = {
  company_name: 'Delta Garments',
  steps: [{ step_name: 'Quiet  hiring', step_kind: 'recruiter', step_country: 'IN', step_licensed: 'no' }],
  payments: [
    {
      ...{ pay_category: 'FEE_SERVICE', pay_amount: 900, pay_currency: 'USD' },
      ...{ pay_payer: 'worker', pay_to: 'Quiet Hiring' },
    },
  ],
  upstream,
};

test('those whom an answer lets be invited are asked, one tier on; the buyer learns the names it may', async ({
  db,
  work,
  mailer,
}) => {
  const { scope, id } = await aCampaign(db);
  await anAnswer(scope, at, answers);
  await work();
  expect(mailer.sent.map(({ to }) => to).sort()).toEqual(['ops@everest.example', 'ops@quiet.example']);
  expect((await listInvited(scope, id, page)).map(({ name, tier, state }) => [name, tier, state])).toEqual(
    expect.arrayContaining([
      ['Delta Garments', 1, 'answered'],
      ['Everest Manpower', 2, 'invited'],
      [null, 2, 'invited'],
    ]),
  );
  expect((await listParties(scope, page)).map(({ name }) => name)).toEqual([
    'Delta Garments',
    'Everest Manpower',
    'Shy Agent',
  ]);
});

test('a name that may not be seen stands nowhere a buyer reads, also where it is said again', async ({
  db,
}) => {
  const { scope } = await aCampaign(db);
  await anAnswer(scope, at, answers);
  const chain = await findChain(scope);
  const told = await listSeenAnswers(scope);
  const [share] = told;
  const seen = await findSeenAnswer(scope, share?.shareId ?? '');
  for (const read of [chain, told, seen]) {
    expect(JSON.stringify(read)).toContain('Everest Manpower');
    expect(JSON.stringify(read)).not.toMatch(/quiet/i);
    expect(JSON.stringify(read)).not.toMatch(/@[a-z]+[.]example/);
  }
  expect(chain.nodes.filter(({ withheld }) => withheld)).toHaveLength(1);
  const kept = await sql<{ text: string }>`select (select jsonb_agg(s)::text from chain_statement s)
    || (select jsonb_agg(to_jsonb(p) - 'identity')::text from supply_party p) as text`.execute(db);
  expect(kept.rows[0]?.text).not.toMatch(/quiet/i);
});

test('who was hidden and answers shows themselves, and not who had named them', async ({ db }) => {
  const { scope } = await aCampaign(db);
  await anAnswer(scope, at, answers);
  await anAnswer(scope, 'ops@quiet.example', { company_name: 'Quiet Hiring' });
  const chain = await findChain(scope);
  const quiet = chain.nodes.find(({ name }) => name === 'Quiet Hiring');
  expect(quiet).toMatchObject({ withheld: false });
  expect(chain.edges.filter(({ from, to }) => from === quiet?.id || to === quiet?.id)).toEqual([]);
  const party = (await listParties(scope, page)).find(({ name }) => name === 'Quiet Hiring');
  expect(await listAnswersOf(scope, party?.id ?? '')).toHaveLength(1);
});

test('what is taken back is in no view of that buyer, and only that it was taken back is left', async ({
  db,
}) => {
  const { scope, id } = await aCampaign(db);
  const { by, look } = await anAnswer(scope, at, answers);
  const [before] = await listInvited(scope, id, page);
  done(await withdrawShare(by, await look()));
  expect(await withdrawShare(by, await look())).toMatchObject({ refusal: 'not_shared' });
  expect(await findChain(scope)).toMatchObject({ nodes: [], edges: [], corridors: [], statements: [] });
  expect(await listSeenAnswers(scope)).toEqual([]);
  expect(await findSeenAnswer(scope, before?.shareId ?? '')).toBeUndefined();
  expect((await listParties(scope, page)).map(({ name }) => name)).toEqual(['Delta Garments']);
  const rows = await listInvited(scope, id, page);
  expect(rows[0]).toMatchObject({ withdrawn: true, shareId: null });
  expect(rows.slice(1).every(({ name }) => name === null)).toBe(true);
  const left = await db.selectFrom('chain_statement').select('share_id').execute();
  expect(left).toEqual([]);
});

test('answered once, given to another buyer without one new answer, and taken back from each alone', async ({
  db,
}) => {
  const first = await aCampaign(db);
  const { responseId } = await anAnswer(first.scope, at, answers);
  const second = await aCampaign(db, [supplier({ name: 'Delta BD' })], { name: 'Southwind' });
  const { by, look } = await visitOf(second.scope, at);
  expect(await listEarlier(by, { visit: await look(), language: 'en' })).toMatchObject([
    { id: responseId, name: 'Delta Garments' },
  ]);
  const reuse = { response: responseId, sections: ['money'], agree: 'on' as const };
  expect(await reuseAnswer(by, await look(), { ...reuse, response: 'x' })).toMatchObject({
    refusal: 'not_found',
  });
  done(await reuseAnswer(by, await look(), reuse));
  const [given] = await listSeenAnswers(second.scope);
  expect(given).toMatchObject({ responseId, answers: { company_name: 'Delta Garments' } });
  expect(given?.answers).not.toHaveProperty('upstream');
  done(await withdrawShare(by, await look()));
  expect(await listSeenAnswers(second.scope)).toEqual([]);
  expect(await listSeenAnswers(first.scope)).toHaveLength(1);
  // And given again: by the same link, as it stands.
  done(await reuseAnswer(by, await look(), reuse));
  expect(await listSeenAnswers(second.scope)).toHaveLength(1);
});

test('an answer is given by whoever gave it, and to nobody by somebody else', async ({ db }) => {
  const { scope } = await aCampaign(db, [
    supplier(),
    supplier({ name: 'Other', email: 'other@site.example' }),
  ]);
  const { responseId } = await anAnswer(scope, at, answers);
  const other = await visitOf(scope, 'other@site.example');
  const reuse = { response: responseId, sections: ['who'], agree: 'on' as const };
  expect(await reuseAnswer(other.by, await other.look(), reuse)).toMatchObject({ refusal: 'not_found' });
  const share = {
    ...{ response_id: responseId, company_id: scope.actor.organisationId, invitation_id: other.invitationId },
    ...{ sections: ['who'], given_at: scope.now },
  };
  await expect(db.insertInto('mapping_share').values(share).execute()).rejects.toThrow(
    /by whoever submitted it/,
  );
});

test('raw SQL neither rewrites what was submitted nor gives back what was taken back', async ({ db }) => {
  const { scope } = await aCampaign(db);
  const { by, look, responseId } = await anAnswer(scope, at, answers);
  const [share] = await listSeenAnswers(scope);
  done(await withdrawShare(by, await look()));
  const shareId = share?.shareId ?? '';
  for (const statement of [
    sql`update mapping_share set withdrawn_at = null where id = ${shareId}`,
    sql`update mapping_share set sections = array['who'] where id = ${shareId}`,
    sql`delete from mapping_share`,
    sql`truncate mapping_share cascade`,
    sql`insert into chain_statement (share_id, nodes, edges) values (${shareId}, '[]', '[]')`,
    sql`update mapping_answer set value = '"x"', revision = revision + 1 where response_id = ${responseId}`,
    sql`delete from mapping_answer`,
    sql`update mapping_answer_version set value = '1'`,
    sql`update mapping_response set state = 'draft', submitted_at = null where id = ${responseId}`,
    sql`update mapping_copy set copy = '{}'`,
    sql`delete from mapping_campaign`,
  ])
    await expect(statement.execute(db)).rejects.toThrow();
});
