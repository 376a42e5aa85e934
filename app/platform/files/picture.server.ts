import type { Duplex } from 'node:stream';

import sharp from 'sharp';

/** Fifty million points: a page at 600 dots an inch is thirty-five. A small file that unpacks to more is a bomb. */
const mostPoints = 50_000_000;

// One picture's rows at a time, and none kept for later: uploads are rare, memory is shared.
sharp.cache(false);
sharp.concurrency(1);

/**
 * The same picture upright and bare: where and with what it was taken stays behind, and so does whatever else was hidden
 * in the file. Fails on what is no whole picture.
 */
export function barePicture(mediaType: string): Duplex {
  const upright = sharp({ limitInputPixels: mostPoints, failOn: 'error', sequentialRead: true }).autoOrient();
  switch (mediaType) {
    case 'image/png':
      return upright.png();
    case 'image/webp':
      return upright.webp({ quality: 90 });
    default:
      return upright.jpeg({ quality: 90 });
  }
}
