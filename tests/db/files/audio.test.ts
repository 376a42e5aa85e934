import { describe, expect, test } from 'vitest';

import { audioNameOf, bareAudio } from '#app/platform/files/audio.ts';
import { aac, box, id3, m4a, mp3, oggPage, opus } from '#tests/support/audio.ts';

describe('a recording', () => {
  test('of frames loses the tags before and behind it', () => {
    const tagged = Buffer.concat([id3('GEO 27.7 85.3'), mp3(), Buffer.from(`TAG${'x'.repeat(125)}`)]);
    expect(bareAudio(tagged, 'audio/mpeg')?.equals(mp3())).toBe(true);
    expect(bareAudio(Buffer.concat([id3('a'), id3('b'), mp3()]), 'audio/mpeg')?.equals(mp3())).toBe(true);
    expect(bareAudio(aac(), 'audio/aac')?.equals(aac())).toBe(true);
  });

  test('of Ogg pages loses its comments and keeps its form', () => {
    const bare = bareAudio(opus(), 'audio/ogg');
    expect(bare?.length).toBe(opus().length);
    expect(bare?.includes('LOCATION')).toBe(false);
    expect(bare?.includes('OpusTags')).toBe(true);
    expect(bare?.subarray(-600).equals(opus().subarray(-600))).toBe(true);
    // What is bare already stays as it is, its sums among it.
    expect(bare && bareAudio(bare, 'audio/ogg')?.equals(bare)).toBe(true);
    // By long division, with the polynomial of RFC 3533: a player finds the page whole.
    const comments = bare?.subarray(opus().indexOf('OggS', 1));
    expect(comments?.readUInt32LE(22)).toBe(1_186_747_392);
  });

  test('of boxes loses where it was made, and each box keeps its place', () => {
    for (const brand of ['M4A ', 'isom', 'mp42']) {
      const bare = bareAudio(m4a(brand), 'audio/mp4');
      expect(bare?.length).toBe(m4a(brand).length);
      expect(bare?.includes('27.7')).toBe(false);
      expect(bare?.indexOf('mdat')).toBe(m4a(brand).indexOf('mdat'));
    }
  });

  test.each([
    [
      'a page that begins as a frame',
      Buffer.from('\u00ff\u00fb\u0090\u0064<script>', 'latin1'),
      'audio/mpeg',
    ],
    ['too few frames', mp3(9), 'audio/mpeg'],
    ['a tag and nothing behind it', id3('x'.repeat(90)), 'audio/mpeg'],
    ['frames with a program behind them', Buffer.concat([mp3(), Buffer.alloc(5000, 0x4d)]), 'audio/mpeg'],
    ['frames of another kind', mp3(), 'audio/aac'],
    ['pages with something behind them', Buffer.concat([opus(), Buffer.from('PK')]), 'audio/ogg'],
    ['pages that were cut off', opus().subarray(0, -1), 'audio/ogg'],
    [
      'a second stream',
      Buffer.concat([opus(), oggPage(Buffer.from('\u0080theora', 'latin1'), 8)]),
      'audio/ogg',
    ],
    ['pages of something else', Buffer.concat([oggPage(Buffer.from('fishead')), opus()]), 'audio/ogg'],
    ['a film', m4a('isom', 'vide', 'soun'), 'audio/mp4'],
    ['a film that says it is none', m4a('M4A ', 'vide'), 'audio/mp4'],
    ['boxes without sound', box('ftyp', Buffer.from('M4A ')), 'audio/mp4'],
    ['boxes that were cut off', m4a().subarray(0, -1), 'audio/mp4'],
    ['a type that is no sound', mp3(), 'text/html'],
    ['nothing', Buffer.alloc(0), 'audio/mpeg'],
    ['nothing, in pages', Buffer.alloc(0), 'audio/ogg'],
    ['nothing, in boxes', Buffer.alloc(0), 'audio/mp4'],
  ])('is not %s', (_what, bytes, type) => {
    expect(bareAudio(bytes, type)).toBeUndefined();
  });
});

test('a type has one name here', () => {
  expect(
    ['audio/ogg; codecs=opus', 'audio/x-m4a', 'video/mp4', 'audio/mpeg', 'video/webm'].map(audioNameOf),
  ).toEqual(['audio/ogg', 'audio/mp4', 'audio/mp4', 'audio/mpeg', 'video/webm']);
});
