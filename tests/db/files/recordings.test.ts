import { text } from 'node:stream/consumers';

import { expect, test as base } from 'vitest';

import { audioTypes } from '#app/platform/files/audio.ts';
import { documentTypes } from '#app/platform/files/documents.ts';
import { readUpload, type UploadRule } from '#app/platform/files/upload.server.ts';
import { aac, id3, m4a, mp3, opus } from '#tests/support/audio.ts';
import { aFolderStore, type Store } from '#tests/support/stores.ts';

const test = base.extend<{ store: Store }>({
  store: async ({}, use) => {
    const store = await aFolderStore();
    await use(store);
    await store.close();
  },
});

function sent(content: Buffer, filename = 'clip.mp3') {
  const form = new FormData();
  form.append('scan', new Blob([new Uint8Array(content)]), filename);
  return new Request('http://127.0.0.1/', { method: 'POST', body: form });
}

const sound: UploadRule = { field: 'scan', mostBytes: 20_000, types: audioTypes };

test.for([
  {
    what: 'mp3 with a tag',
    content: Buffer.concat([id3('GEO 27.7'), mp3()]),
    sentAs: 'clip.wav',
    ends: '.mp3',
  },
  { what: 'opus', content: opus(), sentAs: 'clip.opus', ends: '.opus' },
  { what: 'aac', content: aac(), sentAs: 'clip.aac', ends: '.aac' },
  { what: 'm4a', content: m4a(), sentAs: 'clip.m4a', ends: '.m4a' },
  { what: 'what a phone calls mp4', content: m4a('mp42'), sentAs: 'clip.html', ends: '.html.m4a' },
])(
  '$what is stored bare, by what it is and not by its name',
  async ({ content, sentAs, ends }, { store }) => {
    const { file, problem } = await readUpload(sent(content, sentAs), store.storage, sound);
    expect(problem).toBeUndefined();
    expect(file?.mediaType).toMatch(/^audio\//);
    expect(file?.filename.endsWith(ends)).toBe(true);
    expect(await text(store.storage.read(file?.key ?? ''))).not.toMatch(/27\.7/);
  },
);

test.for([
  {
    ...{ what: 'a page that begins as mp3', problem: 'file_unreadable' },
    content: Buffer.from('\u00ff\u00fb\u0090\u0064<html><script>', 'latin1'),
  },
  { what: 'a film', content: m4a('isom', 'vide', 'soun'), problem: 'file_unreadable' },
  { what: 'a recording cut off', content: opus().subarray(0, -9), problem: 'file_unreadable' },
  { what: 'a picture', content: Buffer.from('GIF89a'), problem: 'file_type_refused' },
  { what: 'a PDF', content: Buffer.from('%PDF-1.7'), problem: 'file_type_refused' },
  { what: 'one too large', content: mp3(60), problem: 'file_too_large' },
])('$what is no recording, and leaves nothing behind', async ({ content, problem }, { store }) => {
  expect(await readUpload(sent(content), store.storage, sound)).toMatchObject({ file: undefined, problem });
  expect(await store.files()).toEqual([]);
});

test('a rule for documents takes no sound', async ({ store }) => {
  const rule: UploadRule = { ...sound, types: documentTypes };
  expect(await readUpload(sent(mp3()), store.storage, rule)).toMatchObject({ problem: 'file_type_refused' });
});
