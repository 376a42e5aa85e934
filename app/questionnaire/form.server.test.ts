import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Answers } from './definition.ts';
import { example } from './example.ts';
import { readSection } from './form.server.ts';

const today = '2026-11-25';
const [identity, money] = example.sections;
if (!identity || !money) throw new Error('The example has two sections');

const post = (sent: readonly [string, string][] | URLSearchParams, headers = {}) =>
  new Request('http://127.0.0.1/', {
    method: 'POST',
    body:
      sent instanceof URLSearchParams
        ? sent
        : new URLSearchParams(sent.map(([name, value]) => [name, value])),
    headers,
  });
const read = (
  sent: [string, string][],
  { answers = {}, section = identity }: { answers?: Answers; section?: typeof identity } = {},
) => readSection(post(sent), { questionnaire: example, section, answers, today });

const whole: [string, string][] = [
  ['name_local', ' हिमाल \r\n रोजगार '],
  ['name_latin', ''],
  ['contact', 'owner@himal.example'],
  ['country', 'NP'],
  ['trading_names', 'Himal\n\n Himal & Sons '],
  ['uses_agents', 'yes'],
  ['agents[0].agent_name', ''],
  ['agents[1].agent_name', 'Hari'],
  ['agents[1].licensed', 'yes'],
  ['agents[1].licence_until', '२०२६-१२-३१'],
  ['agents[1].workers', '১,২০'],
];

test('a section that fits is its answers, without the rows nobody filled', async () => {
  const { answers, problems, reply, intent } = await read(
    whole.map(([name, value]) => [name, value === '১,২০' ? '१२०' : value]),
  );
  expect(problems).toEqual([]);
  expect(answers).toEqual({
    name_local: 'हिमाल रोजगार',
    name_latin: null,
    contact: 'owner@himal.example',
    country: 'NP',
    trading_names: ['Himal', 'Himal & Sons'],
    uses_agents: 'yes',
    agents: [{ agent_name: 'Hari', licensed: 'yes', licence_until: '2026-12-31', workers: 120 }],
  });
  expect(reply.status).toBe('success');
  expect(intent).toBe(false);
});

test('what cannot be read is told with its text kept, and everything else comes through', async () => {
  const { answers, problems, reply } = await read([
    ...whole.filter(([name]) => name !== 'country'),
    ['country', 'Nepal'],
  ]);
  expect(problems.map(({ path, message }) => [path, message])).toEqual([
    ['country', 'Choose an answer from the list for “Country”'],
    ['agents[0].workers', 'Enter a number in digits for “Workers”, such as 12 (agent 1)'],
  ]);
  expect(answers).toMatchObject({
    name_local: 'हिमाल रोजगार',
    agents: [{ agent_name: 'Hari', workers: null }],
  });
  expect(reply).toMatchObject({
    status: 'error',
    error: { 'agents[0].workers': ['Enter a number in digits for “Workers”, such as 12 (agent 1)'] },
    initialValue: { country: 'Nepal', agents: [{ agent_name: 'Hari', workers: '১,২০' }] },
  });
});

test('an impossible day and a word for a number say so instead of what follows from them', async () => {
  const { answers, problems } = await read(
    [
      ['ways', 'card'],
      ['ways', 'cash'],
      ['founded', '2026-02-30'],
      ['agents_paid', 'much'],
      ['truth', 'on'],
    ],
    {
      section: money,
      answers: { uses_agents: 'yes', agents: [{ agent_name: 'Hari', workers: 3 }], founded: '2001-01-01' },
    },
  );
  expect(problems.map(({ path, message }) => [path, message])).toEqual([
    ['agents_paid', 'Enter a number in digits for “Paid to agents”, such as 12.5'],
    ['founded', 'Enter a day that there is for “Founded on”, such as 2026-11-30'],
  ]);
  expect(answers).toEqual({ ways: ['card', 'cash'], truth: true });
});

test('what is not asked is left as it was', async () => {
  const sent: [string, string][] = whole.map(([name, value]) => [
    name,
    name === 'uses_agents' ? 'no' : value,
  ]);
  const { answers, problems } = await read(sent, { answers: { agents: [{ agent_name: 'Sita' }] } });
  expect(problems).toEqual([]);
  expect(answers).not.toHaveProperty('agents');
  expect(answers).toMatchObject({ uses_agents: 'no', country: 'NP' });
});

test('an empty form clears only what its boxes can say, and names what is missing', async () => {
  const { answers, problems } = await read([], { answers: { name_local: 'Himal' } });
  expect(answers).toEqual({});
  expect(problems.map(({ path }) => path)).toEqual(['country', 'uses_agents']);
  const boxes = await read([], { section: money });
  expect(boxes.answers).toEqual({ ways: null, truth: null });
});

test('a button adds a row and another takes it away; nothing is saved and nothing scolded', async () => {
  const insert = JSON.stringify({ type: 'insert', payload: { name: 'agents' } });
  const added = await read([...whole, ['__intent__', insert]]);
  expect(added).toMatchObject({ intent: true, answers: {}, problems: [] });
  expect(added.reply.initialValue?.['agents']).toHaveLength(3);
  expect(added.reply.status).toBeUndefined();
  const remove = JSON.stringify({ type: 'remove', payload: { name: 'agents', index: 0 } });
  const removed = await read([...whole, ['__intent__', remove]]);
  expect(removed.reply.initialValue?.['agents']).toEqual([expect.objectContaining({ agent_name: 'Hari' })]);
});

test.each([
  ['a button of nobody', '{"type":"launch","payload":{}}'],
  ['rows of nobody', '{"type":"insert","payload":{"name":"constructor"}}'],
  ['a place beyond all', '{"type":"remove","payload":{"name":"agents","index":4294967295}}'],
  ['a text as rows', '{"type":"insert","payload":{"name":"name_local"}}'],
  ['everything wiped', '{"type":"reset","payload":{}}'],
])('%s is no button: the form is saved', async (_what, intent) => {
  const { intent: isIntent, answers } = await read([...whole, ['__intent__', intent], ['__state__', intent]]);
  expect(isIntent).toBe(false);
  expect(answers).toHaveProperty('name_local');
});

test('what its author saw and chose comes along; what is neither is left out', async () => {
  const seen = JSON.stringify({
    name_local: 3,
    country: 0,
    contact: -1,
    uses_agents: 1.5,
    agents: '2',
    ways: 4,
  });
  const sent: [string, string][] = [
    ['seen', seen],
    ['choose.name_local', 'mine'],
    ['choose.country', 'theirs'],
    ['choose.contact', 'both'],
    ['choose.ways', 'mine'],
  ];
  expect(await read(sent)).toMatchObject({
    seen: { name_local: 3, country: 0 },
    choices: { name_local: 'mine', country: 'theirs' },
  });
  for (const hostile of ['[', '[]', 'null', '{"__proto__":{"name_local":1}}', '7'])
    expect((await read([['seen', hostile]])).seen).toEqual({});
});

test('whoever was asked to choose and did not is asked again, and has not seen the other answer', async () => {
  const { seen, choices, problems, reply } = await read([
    ...whole.filter(([name]) => !name.startsWith('agents')),
    ['seen', '{"country":4,"name_local":1}'],
    ['choose.country', ''],
    ['choose.name_local', ''],
    ['choose.name_local', 'mine'],
  ]);
  expect(seen).toEqual({ name_local: 1 });
  expect(choices).toEqual({ name_local: 'mine' });
  expect(problems.map(({ path }) => path)).toEqual(['choose.country', 'agents']);
  expect(reply.error?.['choose.country']).toEqual(['Choose which answer stands for “Country”']);
});

test('whoever takes a colleague’s answer has it in the form from then on', async () => {
  const theirs: Answers = {
    country: 'QA',
    trading_names: ['One', 'Two'],
    agents: [{ agent_name: 'Sita', licensed: 'no', workers: 7 }],
  };
  const chosen: [string, string][] = [
    ['choose.country', 'theirs'],
    ['choose.agents', 'theirs'],
    ['choose.trading_names', 'mine'],
  ];
  const { answers, reply } = await read([...whole, ...chosen], { answers: theirs });
  expect(answers).toMatchObject({
    country: 'QA',
    agents: theirs['agents'],
    trading_names: ['Himal', 'Himal & Sons'],
  });
  expect(reply.initialValue).toMatchObject({ country: 'QA', agents: [{ agent_name: 'Sita', workers: '7' }] });
  const none = await read([...whole, ['choose.contact', 'theirs'], ['choose.agents', 'theirs']]);
  expect(none.answers).toMatchObject({ contact: null, agents: null });
});

test.each([
  ['places of nobody', 'agents[1].nobody'],
  ['names of nobody', 'role'],
  ['rows as a text', 'agents'],
  ['a text as rows', 'name_local[0].agent_name'],
  ['a prototype', '__proto__[x]'],
  ['a broken path', 'agents[[[0].agent_name'],
])('%s are not read', async (_what, name) => {
  const { reply, answers } = await read([...whole, [name, 'hostile']]);
  expect(JSON.stringify([reply, answers])).not.toContain('hostile');
});

test.each([
  ['something that is no form', post(new URLSearchParams(), { 'Content-Type': 'application/json' }), 415],
  ['a form larger than a form', post([['name_local', 'x'.repeat(600_000)]]), 413],
  ['a null character', post([['name_local', 'a\0b']]), 400],
  ['a place beyond any list', post([['agents[999999999].agent_name', 'x']]), 400],
  ['a button that is none', post([['__intent__', 'launch']]), 400],
])('%s is refused', async (_what, request, status) => {
  await expect(
    readSection(request, { questionnaire: example, section: identity, answers: {}, today }),
  ).rejects.toMatchObject({ status });
});

describe('whatever is sent', () => {
  const names = fc.oneof(
    fc.constantFrom(
      ...whole.map(([name]) => name),
      '__intent__',
      '__state__',
      'seen',
      'choose.country',
      'agents[3].workers',
    ),
    fc.string(),
  );
  const values = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('yes', 'NP', '12', '{"validated":{}}', '{}', '[]'),
  );

  const refusal = (problem: unknown) => {
    if (problem instanceof Response && problem.status === 400) return undefined;
    throw problem;
  };

  test('it is read or refused, never a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, values), { maxLength: 20 }), async (sent) => {
        const section = await read(sent).catch(refusal);
        if (!section) return;
        const { answers, problems, reply } = section;
        const own = new Set(identity.questions.map(({ name }) => name));
        expect(Object.keys(answers).filter((name) => !own.has(name))).toEqual([]);
        if (problems.length > 0) expect(reply.status).toBe('error');
      }),
      { numRuns: 300 },
    );
  });
});
