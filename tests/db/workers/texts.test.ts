import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect } from 'vitest';
import { z } from 'zod';

import { standingIn } from '#app/features/register/marks/words/badge-words.ts';
import { mayAnswer } from '#app/features/workers/texts/pace.server.ts';
import { textWords } from '#app/features/workers/texts/words/words.ts';
import { answerInbound, answerText } from '#app/routes/workers/texts/answer-text.server.ts';
import * as telerivet from '#app/routes/workers/texts/telerivet.ts';
import * as twilio from '#app/routes/workers/texts/twilio.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/test.ts';
import { wholeDatabase } from '#tests/support/whole-database.ts';

const origin = 'https://scheme.example';
const sender = '+9779812340987';

/** A process of its own, with its log at its most talkative. */
async function sent(url: string, bodies: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'fairroute-texts-'));
  try {
    const file = join(folder, 'answers.json');
    const child = ['--import', 'tsx', 'tests/support/send-text.mts', file, sender, ...bodies];
    const env = {
      DATABASE_URL: url,
      ORIGIN: origin,
      SMS_TWILIO_TOKEN: 'a token of sixteen',
      LOG_LEVEL: 'trace',
    };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, child, {
      env: { ...process.env, ...env },
    });
    const answers = z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
    return { answers, log: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const secrets = [sender, sender.slice(-8), 'Zephyrine', 'SM0001', 'ज़ेफिरिन'];

test('a text is answered as the check answers, and nothing of it stays in the log or the database', async ({
  db,
  url,
  work,
}) => {
  await aCertificate(db, work);
  const [one = '', bare = '', none = '', how = '', stop = '', again] = (
    await sent(url, [
      'CHECK LRN00012603',
      'जाँच LRN00012603',
      'check Zephyrine Nowhere ज़ेफिरिन',
      '',
      'STOP',
      'CHECK LRN00012603',
    ])
  ).answers;
  expect(one).toContain(`<Message>${standingIn('en', 'certified')}\n${textWords.en.pay}\n`);
  expect(one).toContain('LRN00012603');
  expect(one).toContain(`${origin}/en/check</Message>`);
  expect(bare).toContain(`<Message>${standingIn('ne', 'certified')}\n${textWords.ne.pay}\n`);
  expect(none).toContain(`<Message>${textWords.ne.unknown}\n${textWords.ne.stop}\n`);
  expect(how).toContain('CHECK');
  expect(stop).toMatch(/<Response><\/Response>$/);
  expect(again).toBe(one);

  const { log } = await sent(url, ['CHECK Zephyrine ज़ेफिरिन']);
  const kept = await wholeDatabase(db);
  expect(kept).toContain('LRN00012603');
  for (const secret of secrets) {
    expect(log).not.toContain(secret);
    expect(kept).not.toContain(secret);
  }
});

test('where the register cannot be asked the answer says so, and the log not what was asked', async () => {
  const { answers, log } = await sent('postgres://nobody@127.0.0.1:1/none', ['CHECK Zephyrine ज़ेफिरिन']);
  expect(answers[0]).toContain(`<Message>${textWords.ne.later}\n${textWords.ne.stop}\n`);
  expect(answers[0]).not.toContain(textWords.ne.unknown);
  expect(log).toContain('a text could not be answered');
  for (const secret of secrets) expect(log).not.toContain(secret);
});

test('several are told apart by number and place, and none is called certified', async ({ db, now }) => {
  await aListed(db, { name: 'Everest Padma', number: 'LRN00012603' });
  await aListed(db, { name: 'Everest Rising', number: 'LRN00022603', country: 'BD' });
  const asked = (q: string) => answerText({ db, now }, { kind: 'question', language: 'en', q }, origin);
  const [text = '', ...more] = await asked('everest');
  expect(more).toEqual([]);
  expect(text).toContain('LRN00012603 Everest Padma, Nepal');
  expect(text).toContain('LRN00022603 Everest Rising, Bangladesh');
  expect(text).toContain(textWords.en.which);
  expect(text).not.toContain('ertified');
  expect((await asked('LRN00022603')).join()).toContain(
    `${standingIn('en', 'applicant')}\n${textWords.en.stop}\nEverest Rising\nLRN00022603`,
  );
});

test.each([
  ['twilio', twilio],
  ['telerivet', telerivet],
])('without its secret there is no address for %s', async (name, { loader, action }) => {
  const address = `${origin}/texts/${name}`;
  const get = loader({ request: new Request(address), params: {}, context: {} });
  await expect(get).rejects.toMatchObject({ status: 404 });
  const request = new Request(address, { method: 'POST', body: new URLSearchParams({ Body: 'CHECK' }) });
  await expect(action({ request, params: {}, context: {} })).rejects.toMatchObject({ status: 404 });
});

test('a machine that answers answers comes to an end, and takes nothing from others', async ({ db, now }) => {
  const said = [];
  for (let text = 0; text < 45; text += 1) said.push(await mayAnswer('+15005550006'));
  expect(said.filter(Boolean)).toHaveLength(40);
  expect(said.lastIndexOf(true)).toBe(39);
  expect(await mayAnswer('+15005550007')).toBe(true);

  const asked = { db, now };
  expect(await answerInbound(asked, { from: '+15005550006', body: 'CHECK everest' }, origin)).toEqual([]);
  expect(await answerInbound(asked, { from: '+15005550008', body: 'STOP' }, origin)).toEqual([]);
  expect(await answerInbound(asked, undefined, origin)).toEqual([]);
  const [text] = await answerInbound(asked, { from: '+15005550008', body: 'CHECK everest' }, origin);
  expect(text).toContain(textWords.en.unknown);
});
