import { expect, test } from 'vitest';

import { queueCsv } from './csv.server.ts';

const row = {
  reference: 'APP-00001',
  recruiter: 'Himal Workforce',
  country: 'NP',
  state: 'under_review' as const,
  due: '2026-03-15',
  officer: null,
};

test('a line an application, in words', () => {
  expect(queueCsv([row])).toBe(
    '\uFEFFReference,Recruiter,Country,State,Due,Officer\r\nAPP-00001,Himal Workforce,NP,In review,2026-03-15,\r\n',
  );
});

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1', "'+1"],
  ['@cmd', "'@cmd"],
  // As the rest of the platform writes them: also behind spaces, and in wide signs.
  [' =1+1', "' =1+1"],
  ['＝1+1', "'＝1+1"],
  ['one;two', '"one;two"'],
  ['Rai, Mina', '"Rai, Mina"'],
  ['two\nlines', '"two\nlines"'],
])('a name like %j is text', (recruiter, cell) => {
  expect(queueCsv([{ ...row, recruiter }])).toContain(`APP-00001,${cell},NP`);
});
