/** Recordings as small as they can be: whole by their form, and silent. */

const frame = (header: number[], length: number) => {
  const bytes = Buffer.alloc(length);
  bytes.set(header);
  return bytes;
};
const many = (one: Buffer, count: number) => Buffer.concat(Array.from({ length: count }, () => one));

/** MPEG 1, layer III, 128 kbit/s at 44.1 kHz. */
export const mp3 = (frames = 12) => many(frame([0xff, 0xfb, 0x90, 0x64], 417), frames);
export const id3 = (content: string) =>
  Buffer.concat([
    Buffer.from('ID3\u0004\0\0', 'latin1'),
    Buffer.from([0, 0, content.length >> 7, content.length & 0x7f]),
    Buffer.from(content, 'latin1'),
  ]);

/** AAC in ADTS, 100 bytes a frame. */
export const aac = (frames = 12) =>
  many(frame([0xff, 0xf1, 0x50, 0x80, 100 >> 3, (100 & 7) << 5, 0xfc], 100), frames);

export function oggPage(body: Buffer, serial = 7) {
  const parts = [...Array<number>(Math.floor(body.length / 255)).fill(255), body.length % 255];
  const head = Buffer.alloc(27);
  head.write('OggS', 'latin1');
  head.writeUInt32LE(serial, 14);
  head.writeUInt8(parts.length, 26);
  return Buffer.concat([head, Buffer.from(parts), body]);
}
export const opus = (said = 'LOCATION=27.7N 85.3E') =>
  Buffer.concat([
    oggPage(Buffer.from('OpusHead\u0001\u0001\0\0\u0080\u00bb\0\0\0\0\0', 'latin1')),
    oggPage(Buffer.from(`OpusTags\u0004\0\0\0Lavf\u0001\0\0\0${said}`, 'latin1')),
    oggPage(Buffer.alloc(600, 1)),
  ]);

export const box = (type: string, ...within: Buffer[]) => {
  const body = Buffer.concat(within);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const track = (kind: string) =>
  box('trak', box('mdia', box('hdlr', Buffer.alloc(8), Buffer.from(`${kind}${'\0'.repeat(13)}`, 'latin1'))));
/** What a phone records, with where it was; `brand` as some say and others do not. */
export const m4a = (brand = 'M4A ', ...kinds: string[]) =>
  Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`, 'latin1')),
    box('moov', ...(kinds.length > 0 ? kinds : ['soun']).map(track), box('udta', Buffer.from('+27.7+85.3/'))),
    box('mdat', Buffer.alloc(400, 1)),
  ]);
