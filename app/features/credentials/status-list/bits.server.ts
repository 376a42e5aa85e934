import { gunzipSync, gzipSync } from 'node:zlib';

import { placesOfList } from '../model.ts';

/** A list as it is published (Bitstring Status List 1.0, 3.3): bit 0 is the first from the left; gzip; multibase base64url. */
export function encodedList(places: readonly number[]) {
  const bits = Buffer.alloc(placesOfList / 8);
  for (const place of places) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  return `u${gzipSync(bits).toString('base64url')}`;
}

/** Whether a place of a published list is set. Throws for what is no list, or has no such place. */
export function isSet(encoded: string, place: number) {
  if (!encoded.startsWith('u')) throw new Error('this is no multibase base64url');
  // More than eight lists in one is none: nothing is unpacked without end.
  const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: placesOfList });
  const byte = bits[place >> 3];
  if (!Number.isInteger(place) || place < 0 || byte === undefined) throw new Error('there is no such place');
  return (byte & (0x80 >> (place & 7))) !== 0;
}
