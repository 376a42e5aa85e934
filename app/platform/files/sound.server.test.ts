import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { fileTypeFromBuffer } from 'file-type';
import { expect, test } from 'vitest';

import { audioNameOf } from './audio.ts';
import { bareSound, mostSoundBytes, NotSound } from './sound.server.ts';

const fixture = (name: string) => readFileSync(`tests/fixtures/sound/${name}`);
const anew = (sound: Buffer, mediaType: string) => buffer(Readable.from([sound]).pipe(bareSound(mediaType)));
const carried = (sound: Buffer) => ['Rosewood', 'Ann Example'].filter((said) => sound.includes(said));

test.each([
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['ogg', 'audio/ogg'],
  ['wav', 'audio/wav'],
  ['webm', 'audio/webm'],
])('a %s is sound still, and says no more where and by whom it was made', async (ending, mediaType) => {
  const sent = fixture(`voice.${ending}`);
  expect(carried(sent)).toEqual(['Rosewood', 'Ann Example']);
  const kept = await anew(sent, mediaType);
  expect(carried(kept)).toEqual([]);
  expect(audioNameOf((await fileTypeFromBuffer(kept))?.mime ?? '')).toBe(mediaType);
  expect(kept.length).toBeGreaterThan(300);
});

// The events of a stream that fails are heard by whoever reads it.
const fails = (sound: Buffer, mediaType: string) => {
  const rewriting = bareSound(mediaType);
  const failed = new Promise((resolve) => rewriting.once('error', resolve));
  Readable.from([sound]).pipe(rewriting);
  return failed;
};

test('a film, a broken file and a sound too long are none', async () => {
  expect(await fails(fixture('film.mp4'), 'audio/mp4')).toBeInstanceOf(NotSound);
  expect(await fails(Buffer.from('OggS, and no more'), 'audio/ogg')).toBeInstanceOf(Error);
  expect(await fails(Buffer.alloc(mostSoundBytes + 1), 'audio/wav')).toBeInstanceOf(NotSound);
  expect(await fails(fixture('voice.mp3'), 'audio/flac')).toBeInstanceOf(NotSound);
});
