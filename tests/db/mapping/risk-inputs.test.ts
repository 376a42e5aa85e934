import { expect } from 'vitest';

import { importInputs } from '#app/features/mapping/risk/inputs/commands.server.ts';
import { knownInputs, listInputs } from '#app/features/mapping/risk/inputs/queries.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { bookPeople } from '#tests/support/factories/corridors.ts';
import { test } from '#tests/support/test.ts';

const head = 'Kind,Country or sector,Value,Source,Year,Licence';
const list = (...rows: string[]) => ({
  content: Buffer.from([head, ...rows].join('\n')),
  filename: 'inputs.csv',
});

test('inputs are imported whole, take the place of earlier ones, and both stay on record', async ({ db }) => {
  const { officer } = await bookPeople(db);
  const first = list('origin,Nepal,60,An index,2024,CC BY 4.0', 'origin,India,40,An index,2024,CC BY 4.0');
  expect(done(await importInputs(officer, first))).toEqual({ imported: 2, problems: [] });
  done(
    await importInputs(officer, list('origin,NP,70,Another index,2025,CC0', 'sector,F,80,An index,2025,CC0')),
  );
  const inputs = await listInputs(officer);
  expect(inputs.map(({ kind, key, value, year, earlier }) => [kind, key, value, year, earlier])).toEqual([
    ['origin', 'IN', 40, 2024, 0],
    ['origin', 'NP', 70, 2025, 1],
    ['sector', 'F', 80, 2025, 0],
  ]);
  const { averages, of } = await knownInputs({ db });
  expect(averages).toEqual({ origin: 55, sector: 80 });
  expect(of('origin', 'NP')).toEqual({ key: 'NP', value: 70, source: 'Another index', year: 2025 });
  expect(of('destination', 'NP')).toEqual({ key: 'NP', value: null, source: null, year: null });
  await expect(db.updateTable('risk_input').set({ value: 1 }).execute()).rejects.toThrow();
  await expect(db.deleteFrom('risk_input').execute()).rejects.toThrow();
});

test('a list with a wrong row leaves nothing behind, and says what is wrong', async ({ db }) => {
  const { officer } = await bookPeople(db);
  const wrong = list('origin,Nepal,60,An index,2024,CC BY 4.0', 'origin,India,140,An index,2024,CC BY 4.0');
  expect(done(await importInputs(officer, wrong))).toEqual({
    imported: 0,
    problems: [{ row: 3, cell: 'C3', reason: 'Value: A value goes from 0 to 100' }],
  });
  expect(await listInputs(officer)).toEqual([]);
  expect(await importInputs(officer, { content: Buffer.from(''), filename: 'x' })).toEqual({
    ...{ ok: false, refusal: 'table_empty' },
  });
  // The types forbid it; the command does not rest on them alone.
  const stranger = { ...officer, actor: Object.assign({ ...officer.actor }, { kind: 'company' }) };
  expect(await importInputs(stranger, list())).toEqual({ ok: false, refusal: 'forbidden' });
});
