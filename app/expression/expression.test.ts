import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { evaluate, isTrue } from './evaluate.ts';
import { functions, namesIn, ranks, speaksOfSelf, type Expression, type Value } from './expression.ts';
import { parseExpression } from './parse.ts';
import { asText } from './print.ts';

const answers: Record<string, Value> = {
  uses_agents: 'yes',
  none: '',
  age: 17,
  zero: 0,
  ways: ['card', 'cash'],
  licences: ['1', '2', '3'],
  women: [4, 6, '', 'many'],
  from: '2026-12-01',
  truth: true,
};
const today = '2026-11-25';

function valueOf(text: string, self?: Value): Value {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.message} at ${parsed.at}`);
  return evaluate(parsed.expression, { value: (name) => answers[name] ?? '', self, today });
}

test.each([
  ["${uses_agents} = 'yes'", true],
  ['${uses_agents} = "no"', false],
  ['1 + 2 * 3', 7],
  ['10 - 4 - 3', 3],
  ['7 div 2', 3.5],
  ['7 mod 2', 1],
  ['-(2 + 3)', -5],
  ['.5 + 1.25', 1.75],
  ['true() or false() and false()', true],
  ['(true() or false()) and false()', false],
  ['1 < 2 = true()', true],
  ['not(${age} >= 18)', true],
  ["selected(${ways}, 'cash')", true],
  ["selected('card cash', 'cash')", true],
  ["selected(${none}, '')", false],
  ['count-selected(${ways})', 2],
  ['count(${licences})', 3],
  ['count(${none})', 0],
  ['sum(${women})', 10],
  ["string-length('नेपाल')", 5],
  ["if(${age} < 18, 'child', 'adult')", 'child'],
  ["coalesce(${none}, 'somebody')", 'somebody'],
  ['${from} > today()', true],
  ["${from} <= '2026-12-01'", true],
  ["${ways} = 'card cash'", true],
  ['today()', today],
])('%s is %j', (text, value) => {
  expect(valueOf(text)).toEqual(value);
});

test.each([
  ['what is not answered is the empty text', "${none} = ''", true],
  ['which is neither more', '${none} > 5', false],
  ['nor less than anything', '${none} < 5', false],
  ['and makes no number', '${none} + 1', ''],
  ['as words do not', "'many' * 2", ''],
  ['nor does division by nothing', '1 div 0', ''],
  ['nor what is left of it', '1 mod 0', ''],
  ['days and numbers have no order', '${from} > 5', false],
  ['a number in a text is that number', "'5' = 5.0", true],
  ['a text that says something is true', "'false' and 1", true],
  ['nothing and zero are not', "'' or 0", false],
  ['a name nobody knows is not answered', "${nobody} = ''", true],
])('%s: %s', (_what, text, value) => {
  expect(valueOf(text)).toEqual(value);
});

test('a point is the answer itself', () => {
  expect(valueOf('. >= 0 and . < 10', 5)).toBe(true);
  expect(valueOf(". != ''")).toBe(false);
});

test('an empty list is as little true as an empty text', () => {
  expect([isTrue([]), isTrue(''), isTrue(0), isTrue(NaN), isTrue(['a'])]).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
});

test.each([
  ['', 0, 'Expected'],
  ['1 +', 3, 'Expected'],
  ["${a} = 'open", 7, 'Expected'],
  ['system(1)', 0, 'Expected a known function, not “system”'],
  ['1 + toString(1)', 4, 'Expected a known function, not “toString”'],
  ['not(1, 2)', 0, 'Expected 1 values in not(), not 2'],
  ['a', 0, 'Expected'],
  ['${a}.b', 4, 'Expected'],
  ['${__proto__}()', 12, 'Expected'],
  ['1 or2', 3, 'Expected'],
  ['1234567890123456', 0, 'Expected at most 15 digits'],
  [`${'('.repeat(33)}1${')'.repeat(33)}`, 32, 'Expected at most 32 brackets'],
  [`1${' '.repeat(2000)}`, 2000, 'Expected at most 2000 characters'],
])('%s is no expression, and it is said where and why', (text, at, message) => {
  const parsed = parseExpression(text);
  expect(parsed.ok).toBe(false);
  if (parsed.ok) return;
  expect(parsed.message).toContain(message);
  expect(Math.abs(parsed.at - at)).toBeLessThanOrEqual(1);
});

test('it tells every name once, and whether it speaks of the answer itself', () => {
  const parsed = parseExpression('if(${a} > sum(${b}), not(${a}), -${c}) and . = 1');
  expect(parsed.ok && namesIn(parsed.expression)).toEqual(['a', 'b', 'c']);
  expect(parsed.ok && speaksOfSelf(parsed.expression)).toBe(true);
});

const operators = Object.keys(ranks).filter((word): word is keyof typeof ranks => word in ranks);
const calls = Object.keys(functions).filter((word): word is keyof typeof functions => word in functions);

const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.record({ kind: fc.constant('self' as const) }),
    fc.record({ kind: fc.constant('name' as const), name: fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/) }),
    fc.record({
      kind: fc.constant('number' as const),
      digits: fc.oneof(fc.nat().map(String), fc.stringMatching(/^\d{1,6}\.\d{1,6}$/)),
    }),
    fc.record({
      kind: fc.constant('text' as const),
      text: fc.string({ unit: 'grapheme' }).filter((text) => !(text.includes("'") && text.includes('"'))),
    }),
    fc.record({ kind: fc.constant('minus' as const), of: tie('tree') }),
    fc.record({
      kind: fc.constant('operation' as const),
      operator: fc.constantFrom(...operators),
      left: tie('tree'),
      right: tie('tree'),
    }),
    fc.constantFrom(...calls).chain((call) =>
      fc.record({
        kind: fc.constant('call' as const),
        call: fc.constant(call),
        of: fc.array(tie('tree'), { minLength: functions[call], maxLength: functions[call] }),
      }),
    ),
  ),
}));

const anyValue = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.date({ noInvalidDate: true }).map((day) => day.toISOString()),
  fc.array(fc.oneof(fc.string(), fc.double(), fc.boolean())),
);

describe('whatever comes', () => {
  test('printed and read again, an expression is the same', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const text = asText(expression);
        fc.pre(text.length <= 2000);
        expect(parseExpression(text)).toEqual({ ok: true, expression });
      }),
      { numRuns: 500 },
    );
  });

  test('an expression always has a value, whatever the answers', () => {
    fc.assert(
      fc.property(tree, anyValue, anyValue, (expression, value, self) => {
        const told = evaluate(expression, { value: () => value, self, today });
        expect(['string', 'number', 'boolean', 'object']).toContain(typeof told);
      }),
      { numRuns: 500 },
    );
  });

  const pieces = fc.constantFrom(
    '(',
    ')',
    "'",
    '"',
    '${',
    '}',
    '.',
    '-',
    ' or ',
    ' div ',
    'not(',
    'if(',
    ',',
    '1',
    '=',
    'a',
  );

  test('any text is read or refused, and soon', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.array(pieces, { maxLength: 700 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseExpression(text);
        if (parsed.ok) expect(parseExpression(asText(parsed.expression)).ok).toBe(true);
        else expect(parsed.at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['the longest chain', Array.from({ length: 990 }, () => '1').join('+')],
    ['the deepest brackets', `${'('.repeat(32)}1${')'.repeat(32)}`],
    ['brackets that never close', 'not('.repeat(32)],
    ['signs without end', '-'.repeat(2000)],
    ['an open text', `'${'a'.repeat(1999)}`],
    ['names without end', '${a'.repeat(600)],
  ])('%s takes no longer than a blink', (_what, text) => {
    const start = performance.now();
    const parsed = parseExpression(text);
    if (parsed.ok) evaluate(parsed.expression, { value: () => '', today });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
