import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Answer, Answers } from './definition.ts';
import { mergeAnswers, same, type Standing } from './merge.ts';

const standing = { value: 'theirs', revision: 2 };

test.each<[string, { mine: Answer; seen: number; base: Answer }, { write?: string; conflict?: true }]>([
  ['what only one person touched is kept', { mine: 'mine', seen: 2, base: 'theirs' }, { write: 'mine' }],
  ['what its author did not touch gives way', { mine: 'old', seen: 1, base: 'old' }, {}],
  ['what both answered alike is no conflict', { mine: 'theirs', seen: 1, base: 'old' }, {}],
  ['what both touched is for them to choose', { mine: 'mine', seen: 1, base: 'old' }, { conflict: true }],
  [
    'taking an answer back over another’s is a conflict, too',
    { mine: null, seen: 1, base: 'old' },
    { conflict: true },
  ],
])('%s', (_what, { mine, seen, base }, { write, conflict }) => {
  const merge = mergeAnswers({
    mine: { q: mine },
    seen: { q: seen },
    base: { q: base },
    standing: { q: standing },
  });
  expect(merge.write).toEqual(write ? { q: write } : {});
  expect(merge.conflicts).toEqual(conflict ? [{ question: 'q', mine, theirs: 'theirs' }] : []);
});

test('nothing, an empty text and an empty list say the same; rows do whatever the order of their columns', () => {
  expect(same(null, '') && same([], undefined) && same([{ a: 1, b: '' }], [{ b: null, a: 1 }])).toBe(true);
  expect(same(0, null) || same(false, null) || same([{ a: 1 }], [{ a: 2 }]) || same('1', 1)).toBe(false);
});

type Page = { fields: Answers; seen: Record<string, number>; base: Answers };
type Step =
  | { kind: 'open'; who: number }
  | { kind: 'type'; who: number; question: string; value: Answer }
  | { kind: 'save'; who: number; choice: 'mine' | 'theirs' };

const questions = ['name', 'country', 'licences', 'ways'];

/** A form shared by two people, as the server keeps it: revisions, and every version there ever was. */
class House {
  readonly versions = new Map(questions.map((question): [string, Answer[]] => [question, [null]]));
  readonly pages: Page[] = [0, 1].map(() => this.opened());
  readonly asked = [new Map<string, number>(), new Map<string, number>()];
  /** What somebody saved, by question and revision, and the revision its author had before their eyes. */
  readonly written: { question: string; revision: number; sawRevision: number }[] = [];

  private of(question: string) {
    return this.versions.get(question) ?? [];
  }

  standing(): Record<string, Standing> {
    return Object.fromEntries(
      questions.map((question) => [
        question,
        { value: this.of(question).at(-1) ?? null, revision: this.of(question).length - 1 },
      ]),
    );
  }

  opened(): Page {
    const standing = Object.entries(this.standing());
    const values = Object.fromEntries(standing.map(([question, { value }]) => [question, value]));
    const seen = Object.fromEntries(standing.map(([question, { revision }]) => [question, revision]));
    return { fields: { ...values }, seen, base: values };
  }

  open(who: number) {
    this.pages[who] = this.opened();
    this.asked[who]?.clear();
  }

  type(who: number, question: string, value: Answer) {
    const page = this.pages[who];
    if (page) page.fields[question] = value;
  }

  /** Whoever was asked to choose has seen both answers and says which one stands. */
  save(who: number, choice: 'mine' | 'theirs') {
    const page = this.pages[who] ?? this.opened();
    const asked = this.asked[who] ?? new Map<string, number>();
    for (const [question, revision] of asked) {
      page.seen[question] = revision;
      page.base[question] = this.of(question)[revision] ?? null;
      if (choice === 'theirs') page.fields[question] = page.base[question];
    }
    const before = this.standing();
    const { write, conflicts } = mergeAnswers({
      mine: page.fields,
      seen: page.seen,
      base: page.base,
      standing: before,
    });
    for (const [question, value] of Object.entries(write)) {
      const sawRevision = page.seen[question] ?? 0;
      this.written.push({ question, revision: this.of(question).length, sawRevision });
      this.of(question).push(value);
    }
    const lost = questions.filter((question) => {
      const mine = page.fields[question] ?? null;
      const touched = !same(mine, page.base[question] ?? null);
      const stands = same(this.standing()[question]?.value, mine);
      return touched && !stands && !conflicts.some((conflict) => conflict.question === question);
    });
    const kept = conflicts.map(({ question }): [string, number] => [
      question,
      before[question]?.revision ?? 0,
    ]);
    const fields = Object.fromEntries(conflicts.map(({ question, mine }) => [question, mine]));
    this.pages[who] = this.opened();
    Object.assign(this.pages[who].fields, fields);
    this.asked[who] = new Map(kept);
    return { lost, untouched: Object.keys(write).filter((each) => same(page.fields[each], page.base[each])) };
  }
}

const value: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom('Himal', 'Everest', '', 'NP', 'QA'),
  fc.constant(null),
  fc.array(fc.constantFrom('card', 'cash'), { maxLength: 2 }),
  fc.array(fc.record({ number: fc.constantFrom('1', '2'), country: fc.constantFrom('NP', '') }), {
    maxLength: 2,
  }),
);
const who = fc.nat({ max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), who }),
  fc.record({ kind: fc.constant('type' as const), who, question: fc.constantFrom(...questions), value }),
  fc.record({
    kind: fc.constant('save' as const),
    who,
    choice: fc.constantFrom('mine' as const, 'theirs' as const),
  }),
);

describe('however two people open, type, save and choose', () => {
  test('no answer is lost: it stands, was overwritten by somebody who saw it, or comes back to be chosen', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const house = new House();
        for (const each of steps) {
          if (each.kind === 'open') house.open(each.who);
          if (each.kind === 'type') house.type(each.who, each.question, each.value);
          if (each.kind !== 'save') continue;
          const { lost, untouched } = house.save(each.who, each.choice);
          expect(lost).toEqual([]);
          expect(untouched).toEqual([]);
        }
        for (const { revision, sawRevision } of house.written) expect(sawRevision).toBe(revision - 1);
      }),
      { numRuns: 1000 },
    );
  });
});
