import { expect } from 'vitest';

import { withdrawShare } from '#app/features/mapping/sharing/commands.server.ts';
import { findSeenAnswer } from '#app/features/mapping/sharing/queries.server.ts';
import { gatherReport } from '#app/features/mapping/reports/gather.server.ts';
import { reportPaper } from '#app/features/mapping/reports/paper.server.tsx';
import { reportWorkbook } from '#app/features/mapping/reports/workbook.server.ts';
import { readTable } from '#app/platform/tables/read-table.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCampaign, anAnswer } from '#tests/support/factories/mapping.ts';
import { test } from '#tests/support/test.ts';

const at = 'people@delta.example';
const origin = 'https://scheme.example';
const answers = {
  company_name: 'Delta Garments',
  upstream: [{ up_name: 'Everest Manpower', up_kind: 'recruiter', up_country: 'NP', up_may_be_seen: 'yes' }],
  payments: [{ pay_category: 'FEE_SERVICE', pay_amount: 900, pay_currency: 'USD', pay_payer: 'worker' }],
};

test('every line leads to answers that may be read, and what is taken back is in no report made later', async ({
  db,
}) => {
  const { scope } = await aCampaign(db);
  const { by, look } = await anAnswer(scope, at, answers);
  const report = await gatherReport(scope);
  const part = (name: string) => report.parts.find((each) => each.name === name)?.lines ?? [];
  expect(part('coverage').map(({ cells }) => cells)).toEqual([['1', '1', '1', '0', '0']]);
  expect(part('chain').map(({ cells }) => cells.slice(0, 2))).toEqual(
    expect.arrayContaining([
      ['Site', '1'],
      ['Recruiter', '1'],
    ]),
  );
  expect(part('indicators').map(({ cells }) => cells[0])).toContain('Workers paid for the job');
  const shares = new Set(report.parts.flatMap(({ lines }) => lines.flatMap((line) => line.answers)));
  expect(shares.size).toBe(1);
  for (const share of shares) expect(await findSeenAnswer(scope, share)).toBeDefined();

  done(await withdrawShare(by, await look()));
  const later = await gatherReport(scope);
  expect(later.parts.flatMap(({ lines }) => lines.flatMap((line) => line.answers))).toEqual([]);
  expect(JSON.stringify(later)).not.toMatch(/Everest|900/);
});

test('the same as a workbook and as a paper', async ({ db }) => {
  const { scope } = await aCampaign(db);
  await anAnswer(scope, at, answers);
  const report = await gatherReport(scope);
  const workbook = await readTable(await reportWorkbook(report, origin), { mostRows: 500, mostColumns: 20 });
  if (!workbook.ok) throw new Error(workbook.refusal);
  const chain = workbook.value.sheets.find(({ name }) => name === 'Who is in the chain');
  expect(chain?.rows.map(({ cells }) => cells.slice(0, 2))).toContainEqual(['Recruiter', 1]);
  expect(JSON.stringify(chain)).toContain(`${origin}/mapping/answers/`);
  const paper = await reportPaper(report, origin);
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
});
