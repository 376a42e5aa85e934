import fc from 'fast-check';
import { expect, test } from 'vitest';

import { short } from './short.test-data.ts';

import { seenAnswers, upstreamIn } from './rules.ts';

const site = short('site');
const all = site.sections.map(({ name }) => name);

const yesNo = fc.constantFrom('yes', 'no', null);
// Names of nothing but letters that nothing else here is written in.
const name = fc.stringMatching(/^[XYZ]{6,12}$/);
const row = fc.record({
  up_name: name,
  up_kind: fc.constantFrom('recruiter', 'sub_agent'),
  up_country: fc.constantFrom('NP', 'IN'),
  up_place: name,
  up_email: name.map((each) => `${each}@mail.example`),
  up_may_invite: yesNo,
  up_may_be_seen: yesNo,
});
const answers = fc
  .record({ upstream: fc.array(row, { maxLength: 6 }), place: fc.string() })
  .chain(({ upstream, place }) =>
    fc
      .array(fc.constantFrom('Somebody else', ...upstream.map(({ up_name }) => up_name)), { maxLength: 5 })
      .map((named) => ({
        ...{ company_name: 'Delta', place, upstream },
        steps: named.map((step_name) => ({ step_name, step_kind: 'recruiter' })),
        payments: named.map((pay_to) => ({ pay_to: ` ${pay_to.toLowerCase()} `, pay_amount: 1 })),
      })),
  );

test('no name that may not be seen, and no address at all, is in what a buyer sees', () => {
  fc.assert(
    fc.property(answers, fc.subarray(all), (given, sections) => {
      const seen = JSON.stringify(seenAnswers(site, given, sections)).toLowerCase();
      const shown = new Set(
        given.upstream
          .filter((each) => each.up_may_be_seen === 'yes')
          .map((each) => each.up_name.toLowerCase()),
      );
      expect(seen).not.toContain('@mail.example');
      for (const { up_name, up_may_be_seen } of given.upstream)
        if (up_may_be_seen !== 'yes' && ![...shown].some((each) => each.includes(up_name.toLowerCase())))
          expect(seen).not.toContain(`"${up_name.toLowerCase()}"`);
    }),
  );
});

test('only the sections that were shared are in it, and of those every answer', () => {
  fc.assert(
    fc.property(answers, fc.subarray(all), (given, sections) => {
      const asked = site.sections
        .filter(({ name: section }) => sections.includes(section))
        .flatMap(({ questions }) => questions.map((question) => question.name));
      const seen = Object.keys(seenAnswers(site, given, sections)).sort();
      expect(seen).toEqual(
        Object.keys(given)
          .filter((question) => asked.includes(question))
          .sort(),
      );
    }),
  );
});

test('everything may be seen where nobody is hidden, but addresses', () => {
  const given = {
    company_name: 'Delta',
    upstream: [{ up_name: 'Everest', up_email: 'a@b.example', up_may_be_seen: 'yes' }],
    payments: [{ pay_to: 'Everest', pay_amount: 3 }],
  };
  expect(seenAnswers(site, given, all)).toEqual({
    ...given,
    upstream: [{ up_name: 'Everest', up_email: null, up_may_be_seen: 'yes' }],
  });
});

test('who is named upstream may be invited only with an address and a yes', () => {
  const rows = [
    { up_name: ' Everest ', up_kind: 'recruiter', up_email: 'A@B.example', up_may_invite: 'yes' },
    { up_name: 'Quiet', up_kind: 'recruiter', up_may_invite: 'yes' },
    { up_name: '', up_email: 'x@y.example', up_may_invite: 'yes' },
    { up_name: 'No', up_email: 'n@o.example', up_may_invite: 'no', up_may_be_seen: 'yes' },
  ];
  expect(upstreamIn({ upstream: rows })).toMatchObject([
    { row: 0, name: 'Everest', email: 'a@b.example', mayInvite: true, mayBeSeen: false },
    { row: 1, name: 'Quiet', mayInvite: false },
    { row: 3, name: 'No', mayInvite: false, mayBeSeen: true },
  ]);
  expect(upstreamIn({ upstream: 'nonsense' })).toEqual([]);
  expect(upstreamIn({})).toEqual([]);
});
