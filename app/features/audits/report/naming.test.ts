import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { heardIn, namingsIn, type Named } from './naming.ts';

const people: Named[] = [
  { name: 'Anjali Rao', side: 'team' },
  { name: 'Bo Ek', side: 'team' },
  { name: 'Mina Thapa', side: 'recruiter' },
  { name: 'José Núñez', side: 'recruiter' },
];
const kinds = (text: string, spare: string[] = []) => namingsIn(text, people, spare).map(({ kind }) => kind);

describe('a public summary', () => {
  test.each([
    ['The audit was led by Anjali Rao.', ['team']],
    ['ANJALI   RAO led it.', ['team']],
    ['Ms Thapa answered for the agency.', ['recruiter']],
    ['jose nunez showed the records.', ['recruiter']],
    ['Rao, Anjali and the team', []],
    ['Bo of the team', []],
    ['Worker W-03 confirmed it.', ['worker']],
    ['Write to complaints@himal.example.', ['email']],
    ['Call +977 1 555 0101 for more.', ['phone']],
    ['Call 01-5550101 for more.', ['phone']],
    ['Audited 2026-03-15 to 2026-03-18, records of 2025-2026.', []],
    ['Fees of 1,250,000 rupees were paid back to 41 workers.', []],
    ['Fees of 1 250 000 rupees were paid back.', []],
    ['Registered as LRN00012603 under SA8000.', []],
    ['The system works; two gaps in cost schedules were found.', []],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  test('may say the name of the agency, though its owner bears it', () => {
    expect(kinds('Thapa Manpower keeps its records well.', ['Thapa Manpower'])).toEqual([]);
    expect(kinds('Mina Thapa keeps its records well.', ['Thapa Manpower'])).toEqual(['recruiter']);
  });

  test('is told of each once', () => {
    expect(namingsIn('a@b.example and a@b.example', [])).toEqual([{ kind: 'email', words: 'a@b.example' }]);
  });

  test('names whoever stands in it, wherever and however written', () => {
    const around = fc.stringMatching(/^[a-z ,.]{0,30}$/);
    fc.assert(
      fc.property(around, around, fc.constantFrom(...people), fc.boolean(), (before, after, person, loud) => {
        const name = loud ? person.name.toUpperCase() : person.name;
        expect(kinds(`${before} ${name} ${after}`)).toContain(person.side);
      }),
    );
  });
});

describe('a worker who was heard', () => {
  const workers = [
    { name: 'Sita Devi Rai', phone: '+977 98-4123 7701' },
    { name: 'कमला थापा', phone: '' },
  ];
  const says = (text: string, spare: string[] = []) =>
    heardIn(text, workers, spare).map(({ words }) => words);
  test.each([
    ['Sita told us of fees.', ['Sita']],
    ['Ms RAI told us of fees.', ['RAI']],
    ['so said sita devi rai.', ['Sita Devi Rai']],
    ['Síta told us.', ['Síta']],
    ['Reached at 098 4123 7701.', ['+977 98-4123 7701']],
    ['कमला told us of fees.', ['कमला']],
    ['A worker told us of fees; the rail line was closed.', []],
    ['Rain fell. In Sitapur nothing was seen.', []],
    ['The site rai of the house', []],
  ])('%s', (text, expected) => {
    expect(says(text)).toEqual(expected);
  });

  test('is not meant where somebody else of that name may be named', () => {
    expect(says('Mina Rai showed the records.', ['Mina Rai'])).toEqual([]);
    expect(says('Sita Devi Rai showed the records.', ['Mina Rai'])).toEqual(['Sita']);
  });
});
