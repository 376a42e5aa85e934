import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, expect, test } from 'vitest';

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
