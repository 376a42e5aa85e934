import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';

import { barePicture } from '#app/platform/files/picture.server.ts';

/** Twelve million points of a phone, grained so that they come to about three megabytes. */
export async function aPhoto() {
  const [width, height] = [4000, 3000];
  const grain = randomBytes(width * height);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const place = y * (width * 3 + 1) + 1 + x * 3;
    rows.fill(60 + (x / width) * 120 + ((grain[at] ?? 0) % 20), place, place + 3);
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits a colour, three colours, nothing else of what a PNG may be.
  size.set([8, 2, 0, 0, 0], 8);
  const parts = [
    part('IHDR', size),
    part('IDAT', deflateSync(rows, { level: 1 })),
    part('IEND', Buffer.alloc(0)),
  ];
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
  return buffer(Readable.from([png]).pipe(barePicture('image/jpeg')));
}

function part(name: string, content: Buffer) {
  const named = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
