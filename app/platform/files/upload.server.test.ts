import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { audioTypes } from './audio.ts';
import { documentTypes } from './documents.ts';
import { folderStorage, type Storage } from './storage.server.ts';
import { readUpload, type UploadRule } from './upload.server.ts';

const rule: UploadRule = { field: 'scan', mostBytes: 100_000, types: documentTypes };
const pdf = '%PDF-1.7\n';

let folder: string;
let storage: Storage;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairroute-files-'));
  storage = folderStorage(`file://${folder}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const filesStored = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );

function sent(content: string | Uint8Array<ArrayBuffer>, filename = 'licence.pdf') {
  const form = new FormData();
  form.append('note', 'पासपोर्ट');
  form.append('scan', new Blob([content]), filename);
  return new Request('http://127.0.0.1/', { method: 'POST', body: form });
}

test('a document is stored as sent, with its sum and size, under a key of ours', async () => {
  const upload = await readUpload(
    sent(`${pdf}${'x'.repeat(50_000)}`, '../../etc/licence.pdf'),
    storage,
    rule,
  );
  expect(upload.problem).toBeUndefined();
  expect(upload.fields.get('note')).toBe('पासपोर्ट');
  expect(upload.file).toMatchObject({ mediaType: 'application/pdf', bytes: 50_009 });
  expect(upload.file?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(await text(storage.read(upload.file?.key ?? ''))).toBe(`${pdf}${'x'.repeat(50_000)}`);
});

test.each([
  ['a program named like a document', 'MZ\u0090\u0000 program', 'file_type_refused'],
  ['a page named like a document', '<html><script>alert(1)</script></html>', 'file_type_refused'],
  ['an empty file', '', 'file_empty'],
  ['a document over the limit', `${pdf}${'x'.repeat(100_001)}`, 'file_too_large'],
])('%s is refused and leaves nothing behind', async (_what, content, problem) => {
  const upload = await readUpload(sent(content), storage, rule);
  expect(upload).toMatchObject({ file: undefined, problem });
  expect(filesStored()).toEqual([]);
});

test('a document of exactly the limit is taken', async () => {
  const upload = await readUpload(sent(pdf + 'x'.repeat(100_000 - pdf.length)), storage, rule);
  expect(upload.file?.bytes).toBe(100_000);
});

test('a form without a file is words alone', async () => {
  const form = new FormData();
  form.append('note', 'later');
  const upload = await readUpload(
    new Request('http://127.0.0.1/', { method: 'POST', body: form }),
    storage,
    rule,
  );
  expect(upload).toMatchObject({ file: undefined, problem: undefined });
});

test('half a form is refused and leaves nothing behind', async () => {
  const whole = sent(`${pdf}${'x'.repeat(50_000)}`);
  const type = whole.headers.get('Content-Type') ?? '';
  const body = (await whole.arrayBuffer()).slice(0, 20_000);
  const half = new Request('http://127.0.0.1/', { method: 'POST', body, headers: { 'Content-Type': type } });
  await expect(readUpload(half, storage, rule)).rejects.toMatchObject({ status: 400 });
  expect(filesStored()).toEqual([]);
});

test('what is no form is refused', async () => {
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: '{}' });
  await expect(readUpload(request, storage, rule)).rejects.toMatchObject({ status: 415 });
});

const sound: UploadRule = { field: 'scan', mostBytes: 20_000, types: audioTypes };
const recorded = (name: string) => readFileSync(`tests/fixtures/sound/${name}`);

test.each([
  { what: 'mp3 with a tag', recording: 'voice.mp3', named: 'clip.wav', is: ['audio/mpeg', 'clip.wav.mp3'] },
  { what: 'opus', recording: 'voice.ogg', named: 'clip.opus', is: ['audio/ogg', 'clip.opus'] },
  { what: 'aac', recording: 'voice.aac', named: 'clip.aac', is: ['audio/aac', 'clip.aac'] },
  { what: 'm4a', recording: 'voice.m4a', named: 'clip.html', is: ['audio/mp4', 'clip.html.m4a'] },
])('$what is stored bare, by what it is and not by its name', async ({ recording, named, is }) => {
  const content = new Uint8Array(recorded(recording));
  const { file, problem } = await readUpload(sent(content, named), storage, sound);
  expect(problem).toBeUndefined();
  expect([file?.mediaType, file?.filename]).toEqual(is);
  expect(await text(storage.read(file?.key ?? ''))).not.toContain('Rosewood');
});

test.each([
  ['a film', recorded('film.mp4'), 'file_type_refused'],
  ['a page that begins as sound', Buffer.from('OggS\0 <html><script>', 'latin1'), 'file_type_refused'],
  ['a recording cut off at its start', recorded('voice.m4a').subarray(0, 400), 'file_unreadable'],
  ['a picture', Buffer.from('GIF89a'), 'file_type_refused'],
  ['a PDF', Buffer.from(pdf), 'file_type_refused'],
  ['one too large', Buffer.concat([recorded('voice.wav'), Buffer.alloc(20_000)]), 'file_too_large'],
])('%s is no recording, and leaves nothing behind', async (_what, content, problem) => {
  expect(await readUpload(sent(new Uint8Array(content), 'clip.mp3'), storage, sound)).toMatchObject({
    ...{ file: undefined, problem },
  });
  expect(filesStored()).toEqual([]);
});

test('a rule for documents takes no sound', async () => {
  expect(await readUpload(sent(new Uint8Array(recorded('voice.mp3'))), storage, rule)).toMatchObject({
    problem: 'file_type_refused',
  });
});
