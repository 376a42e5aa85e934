import { Transform, type TransformCallback } from 'node:stream';

import {
  AdtsOutputFormat,
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  Conversion,
  Input,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  WavOutputFormat,
  WebMOutputFormat,
  type OutputFormat,
} from 'mediabunny';

/** Sound a phone records, and how the same is written anew. */
const formats: Record<string, () => OutputFormat> = {
  'audio/mpeg': () => new Mp3OutputFormat(),
  'audio/mp4': () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  'audio/ogg': () => new OggOutputFormat(),
  'audio/aac': () => new AdtsOutputFormat(),
  'audio/wav': () => new WavOutputFormat(),
  'audio/webm': () => new WebMOutputFormat(),
};
/** The longest recording that is written anew. */
export const mostSoundBytes = 10 * 1024 * 1024;

/** It is a film, or in a manner of writing sound that is not taken. */
export class NotSound extends Error {}

/**
 * The same sound, packet by packet, in a file of our own making: titles, names, places and pictures that were in the old
 * one stay behind. Held whole while it is written anew, which is why there is a most. Fails on what is no whole sound.
 */
export function bareSound(mediaType: string): Transform {
  const parts: Buffer[] = [];
  let bytes = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done: TransformCallback) {
      bytes += part.length;
      if (bytes > mostSoundBytes) return void done(new NotSound('too long to be written anew'));
      parts.push(part);
      done();
    },
    flush(done) {
      anew(Buffer.concat(parts), mediaType).then(
        (sound) => done(null, sound),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
}

async function anew(sound: Buffer, mediaType: string) {
  const format = formats[mediaType];
  if (!format) throw new NotSound(mediaType);
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(sound) });
  try {
    if (await input.getPrimaryVideoTrack()) throw new NotSound('a film');
    if (!(await input.getPrimaryAudioTrack())) throw new Error('no sound in it');
    const target = new BufferTarget();
    const output = new Output({ format: format(), target });
    const conversion = await Conversion.init({ input, output, tags: {}, showWarnings: false });
    if (!conversion.isValid) throw new NotSound('a sound nobody here can write');
    await conversion.execute();
    return Buffer.from(target.buffer ?? new ArrayBuffer(0));
  } finally {
    input.dispose();
  }
}
