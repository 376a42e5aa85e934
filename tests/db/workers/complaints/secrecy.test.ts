import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'vitest';

import * as own from '#app/features/workers/complaints/commands/of-reporter.server.ts';
import { openCase } from '#app/features/workers/complaints/commands/open-case.server.ts';
import { keepFile, readFile } from '#app/features/workers/complaints/files/commands.server.ts';
import { listFiles, openFile } from '#app/features/workers/complaints/files/queries.server.ts';
import { folderStorage } from '#app/platform/files/storage.server.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { test } from '#tests/support/test.ts';
import { wholeDatabase } from '#tests/support/whole-database.ts';

/** What somebody told, piece by piece: none of it may stand anywhere it can be read. */
const told = {
  happened: 'Zanzibarquartz took my passport and 90,000 rupees',
  whom: 'Quillfeather Overseas +977 980 123 4567',
  message: 'I sleep at Hollyhock House',
  how: '+9779807654321',
  place: 'Marigold Mill',
};

function stored(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

function aForm(visit: string, file: Buffer) {
  const form = new FormData();
  form.append('visit', visit);
  form.append('file', new File([new Uint8Array(file)], 'Ann Example.ogg'));
  return new Request('http://127.0.0.1/', { method: 'POST', body: form });
}

test('nothing of a complaint can be read in the database or the store of files, and all of it with the keys', async ({
  copy,
  now,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'fairroute-sealed-'));
  const storage = folderStorage(`file://${folder}`);
  const house = { db: copy.db, pool: copy.pool, now };
  const { id, number, passphrase } = await aComplaint(house, { happened: told.happened, whom: told.whom });
  const opened = await openCase(house, { number, code: passphrase });
  if (!opened.ok) throw new Error(opened.refusal);
  await own.writeMessage(house, id, told.message);
  const contact = { how: told.how, when: '', words: '' };
  await own.saveSection(house, id, { section: 'contact', said: contact });
  const where = { agent: '', employer: '', place: told.place, from: '', to: '', when: '' };
  await own.saveSection(house, id, { section: 'where', said: where });
  const voice = readFileSync('tests/fixtures/sound/voice.ogg');
  const read = await readFile(aForm(opened.value.visit, voice), storage);
  expect(await keepFile({ ...house, storage }, id, read)).toMatchObject({ ok: true });

  const all = await wholeDatabase(copy.db);
  expect(all).toContain(number);
  const pieces = [...Object.values(told), ...Object.values(told).flatMap((text) => text.split(/[ ,+]+/))];
  for (const piece of pieces.filter((word) => word.length > 4)) {
    expect(all).not.toContain(piece);
    expect(all).not.toContain(Buffer.from(piece).toString('hex'));
  }
  expect(all).not.toContain(passphrase);
  expect(all).not.toContain('Ann Example');
  expect(all).not.toContain('127.0.0.1');

  const files = stored(folder);
  expect(files).toHaveLength(1);
  for (const bytes of files) expect(bytes.includes('OggS') || bytes.includes('OpusHead')).toBe(false);
  const [file] = await listFiles(house, id);
  const voiceKept = await openFile({ ...house, storage }, id, file?.id ?? '');
  expect(voiceKept?.mediaType).toBe('audio/ogg');
  expect(voiceKept?.bytes.subarray(0, 4).toString()).toBe('OggS');
  expect(voiceKept?.bytes.includes('Rosewood')).toBe(false);
  const other = await aComplaint(house);
  expect(await openFile({ ...house, storage }, other.id, file?.id ?? '')).toBeUndefined();
});
