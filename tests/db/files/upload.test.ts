import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  documentTypes,
  nameFor,
  officeTypes,
  sheetType,
  slidesType,
  wordType,
} from '#app/platform/files/documents.ts';
import { StorageUnavailable, type Storage } from '#app/platform/files/stored.server.ts';
import { readUpload, type UploadRule } from '#app/platform/files/upload.server.ts';
import { aFolderStore, anS3Store, type Store } from '#tests/support/stores.ts';
import { zipOf } from '#tests/support/zip.ts';

const rule: UploadRule = { field: 'file', mostBytes: 3_000_000, types: [...documentTypes, ...officeTypes] };

function sent(content: Buffer, name = 'evidence.pdf', fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([new Uint8Array(content)]), name);
  form.set('after', 'the file');
  return new Request('http://127.0.0.1/', { method: 'POST', body: form });
}

const types = '[Content_Types].xml';
const word = { [types]: '<Types/>', 'word/document.xml': '<w:document/>' };
const picture = (width = 60, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#0B5D4E' } });

describe.each([
  ['a folder', aFolderStore],
  ['a bucket', anS3Store],
])('into %s', (_what, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());
  const read = (content: Buffer, name?: string) => readUpload(sent(content, name), store.storage, rule);

  test.each([
    ['docx', word, wordType],
    [
      'xlsx',
      { [types]: '', 'xl/workbook.xml': '', 'xl/printerSettings/printerSettings1.bin': '' },
      sheetType,
    ],
    ['pptx', { 'ppt/presentation.xml': '', [types]: '' }, slidesType],
  ])('a plain %s is taken by what is in it and named so', async (extension, parts, mediaType) => {
    const { file, problem } = await read(zipOf(parts), 'report.exe');
    expect([problem, file?.mediaType, file?.filename]).toEqual([
      undefined,
      mediaType,
      `report.exe.${extension}`,
    ]);
    expect(await store.files()).toHaveLength(1);
  });

  test.each([
    ['a document with macros', zipOf({ ...word, 'word/vbaProject.bin': 'x' })],
    ['a document with macros under another name', zipOf({ ...word, 'word/notes.bin': 'x' })],
    [
      'a sheet with old macros',
      zipOf({ [types]: '', 'xl/workbook.xml': '', 'xl/macrosheets/sheet1.xml': '' }),
    ],
    ['a document with a control', zipOf({ ...word, 'word/activeX/activeX1.xml': '' })],
    ['any other zip file', zipOf({ 'readme.txt': 'hello' })],
    ['a program in a jar', zipOf({ 'META-INF/MANIFEST.MF': '', 'Main.class': '' })],
    ['two documents in one', zipOf({ ...word, 'xl/workbook.xml': '' })],
    ['a document that unpacks without end', zipOf(word, { unpacked: 600_000_000 })],
    ['a document that is a PDF, too', zipOf({ '%PDF-1.7': '', ...word })],
    ['a document with a tail', Buffer.concat([zipOf(word), Buffer.from('tail')])],
    ['a PDF that opens as a zip file', zipOf(word, { prefix: '%PDF-1.7\n' })],
    ['a program', Buffer.from('MZ\u0090\u0000 program')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ])('%s is refused and leaves nothing behind', async (_which, content) => {
    expect(await read(content)).toMatchObject({ file: undefined, problem: 'file_type_refused' });
    expect(await store.files()).toEqual([]);
  });

  test.each(['jpeg', 'png', 'webp'] as const)(
    'a %s is stored upright, bare of where it was taken',
    async (format) => {
      const exif = { IFD0: { Make: 'Spy', Copyright: 'Mina' }, IFD3: { GPSLatitude: '27/1 42/1 0/1' } };
      const taken = await picture().withMetadata({ orientation: 6, exif }).toFormat(format).toBuffer();
      expect((await sharp(taken).metadata()).exif).toBeDefined();
      const { file, problem } = await read(taken, 'photo');
      expect([problem, file?.mediaType]).toEqual([undefined, `image/${format}`]);
      const stored = await buffer(store.storage.read(file?.key ?? ''));
      const { exif: left, orientation, width, height } = await sharp(stored).metadata();
      expect({ left, orientation, width, height }).toMatchObject({ left: undefined, width: 20, height: 60 });
      expect([undefined, 1]).toContain(orientation);
      expect([stored.includes('Spy'), stored.length]).toEqual([false, file?.bytes]);
    },
  );

  test('what hides behind a picture stays behind', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const { file } = await read(Buffer.concat([jpeg, zipOf({ 'a.class': 'x' })]));
    expect((await buffer(store.storage.read(file?.key ?? ''))).includes('PK')).toBe(false);
  });

  test.each([
    ['a picture of a hundred million points', () => picture(10_000, 10_000).png().toBuffer()],
    ['half a picture', async () => (await picture(900, 900).jpeg().toBuffer()).subarray(0, 3000)],
    [
      'the head of a picture',
      () => Promise.resolve(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])),
    ],
  ])('%s is called unreadable', async (_which, made) => {
    expect(await read(await made())).toMatchObject({ file: undefined, problem: 'file_unreadable' });
    expect(await store.files()).toEqual([]);
  });

  test('a limit may hang on an answer before the file', async () => {
    const most: UploadRule = {
      ...rule,
      mostFor: (fields) => (fields.get('kind') === 'records' ? 2_000_000 : 1000),
    };
    const content = Buffer.alloc(1_500_000, '%PDF-1.7 ');
    const small = await readUpload(sent(content, 'a.pdf', { kind: 'policy' }), store.storage, most);
    expect(small.problem).toBe('file_too_large');
    expect(small.fields.get('after')).toBe('the file');
    const large = await readUpload(sent(content, 'a.pdf', { kind: 'records' }), store.storage, most);
    expect(large.file?.bytes).toBe(1_500_000);
    expect(await store.files()).toHaveLength(1);
  });
});

test('words with null characters are no form, and their file goes', async () => {
  const store = await aFolderStore();
  const hostile = readUpload(sent(Buffer.from('%PDF-1.7'), 'a.pdf', { title: 'a\0b' }), store.storage, rule);
  await expect(hostile).rejects.toMatchObject({ status: 400 });
  expect(await store.files()).toEqual([]);
  await store.close();
});

test('a store that is down: the words arrive, the file is to be sent again', async () => {
  const down: Storage = {
    write: async (content) => {
      for await (const chunk of content) throw new StorageUnavailable(chunk);
      throw new StorageUnavailable('empty');
    },
    read: () => Readable.from([]),
    remove: () => Promise.reject(new StorageUnavailable('down')),
    link: () => Promise.resolve(undefined),
  };
  const content = Buffer.alloc(2_500_000, '%PDF-1.7 ');
  const { fields, file, problem } = await readUpload(sent(content, 'a.pdf', { title: 'Policy' }), down, rule);
  expect([file, problem]).toEqual([undefined, 'storage_unavailable']);
  expect([fields.get('title'), fields.get('after')]).toEqual(['Policy', 'the file']);
});

test.each([
  ['../../etc/licence.pdf', 'application/pdf', 'licence.pdf'],
  ['C:\\scans\\licence.PDF', 'application/pdf', 'licence.PDF'],
  ['licence.exe', 'application/pdf', 'licence.exe.pdf'],
  ['gpj\u202e.exe', 'image/jpeg', 'gpj.exe.jpg'],
  ['', 'image/png', 'file.png'],
  ['पासपोर्ट.pdf', 'application/pdf', 'पासपोर्ट.pdf'],
])('%s of %s is handed out as %s', (given, mediaType, named) => {
  expect(nameFor(given, mediaType)).toBe(named);
});
