import { expect } from 'vitest';

import { listToCite } from '#app/features/audits/fieldwork/cited/queries.server.ts';
import { assessIndicator } from '#app/features/audits/fieldwork/commands/assess-indicator.server.ts';
import { listRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { inWords } from '#app/features/audits/fieldwork/ui/sync-words.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { anEngagement, done, fieldwork } from '#tests/support/factories/audits.ts';
import { aDevice, anEdit } from '#tests/support/factories/fieldwork.ts';
import { aWorker, heard } from '#tests/support/factories/interviews.ts';
import { test } from '#tests/support/test.ts';

test('offline answers that name an interview of no audit, or of another, are refused in words; those beside them go on', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const id = await fieldwork(given);
  const mine = done(await recordInterview(given.as(given.lead), id, aWorker)).pseudonym;
  const elsewhere = await heard(await anEngagement(db));
  const theirs = elsewhere.pseudonym === mine ? 'W-998' : elsewhere.pseudonym;
  const { sends } = aDevice(given.as(given.lead), id);
  const edits = [
    anEdit(1, '1.1.2', `As ${theirs} says.`),
    { ...anEdit(2, '1.1.3', ''), evidence: 'W-999 showed a receipt.' },
    anEdit(3, '1.1.4', `As ${mine} says.`),
  ];
  const { results, next } = done(await sends(edits));
  const refused = { outcome: 'refused', refusal: 'unknown_interview' };
  expect(results).toMatchObject([refused, refused, { outcome: 'applied', revision: 1 }]);
  expect(next).toBe(4);
  const [first] = results;
  expect(first && inWords(first)).toMatchObject({
    message: expect.stringMatching(/interview you name.*none of this audit.*kept/),
  });
  expect(done(await sends(edits)).results).toEqual(results);
  const standing = await db.selectFrom('indicator_assessment').select('indicator_code as code').execute();
  expect(standing).toEqual([{ code: '1.1.4' }]);
  expect((await listRefused(db, id)).map(({ code }) => code)).toEqual(['1.1.3', '1.1.2']);
});

test('beside an indicator stand the interviews its words name, and those heard that it may name', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { audit, id, pseudonym, lead } = await heard(given);
  const unheard = done(await recordInterview(lead, audit, aWorker));
  expect(await listToCite(db, audit, '1.1.5')).toEqual([{ id, pseudonym, named: false }]);
  const words = {
    conformity: 'conforms' as const,
    note: '',
    evidence: `${pseudonym} and ${unheard.pseudonym}`,
  };
  done(await assessIndicator(lead, audit, '1.1.5', { ...words, revision: 0 }));
  expect((await listToCite(db, audit, '1.1.5')).filter(({ named }) => named)).toHaveLength(2);
  expect(await listToCite(db, audit, '1.1.6')).toEqual([{ id, pseudonym, named: false }]);
});
