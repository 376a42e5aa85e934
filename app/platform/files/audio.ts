/** Sound as browsers play it everywhere. */
export const audioTypes = ['audio/mpeg', 'audio/ogg', 'audio/mp4', 'audio/aac'] as const;

/** Types as their bytes are told to be, by the name we keep: a recorder's mp4 file may or may not say that it holds no picture. */
const names: Record<string, string> = {
  'audio/x-m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
};
export const audioNameOf = (mime: string) => {
  const plain = mime.split(';')[0] ?? '';
  return names[plain] ?? plain;
};

/**
 * The same sound bare: what a recorder wrote beside it (where, when, with what; a picture) stays behind. Undefined for what is
 * no whole recording of that type from its first byte to its last, or holds a picture that moves.
 */
export function bareAudio(bytes: Buffer, mediaType: string): Buffer | undefined {
  switch (mediaType) {
    case 'audio/mpeg':
      return framesOf(bytes, mpegFrame);
    case 'audio/aac':
      return framesOf(bytes, adtsFrame);
    case 'audio/ogg':
      return bareOgg(bytes);
    case 'audio/mp4':
      return bareMp4(bytes);
    default:
      return undefined;
  }
}

/** Fewer are no recording; what begins as one frame by chance is not followed by nine. */
const fewestFrames = 10;
/** Tags some programs write behind the sound. */
const mostBehind = 4096;

function framesOf(bytes: Buffer, lengthAt: (bytes: Buffer, at: number) => number): Buffer | undefined {
  const from = behindTags(bytes);
  let [at, count] = [from, 0];
  for (let length = lengthAt(bytes, at); length > 0 && at + length <= bytes.length;) {
    [at, count] = [at + length, count + 1];
    length = lengthAt(bytes, at);
  }
  return count >= fewestFrames && bytes.length - at <= mostBehind ? bytes.subarray(from, at) : undefined;
}

/** ID3v2 (id3.org): ten bytes and as many as four of them say, seven bits each. */
function behindTags(bytes: Buffer) {
  let at = 0;
  while (at + 10 <= bytes.length && bytes.toString('latin1', at, at + 3) === 'ID3')
    at += 10 + [6, 7, 8, 9].reduce((sum, place) => sum * 128 + (bytes.readUInt8(at + place) & 0x7f), 0);
  return at;
}

const kilobits = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const hertz: Record<number, number[]> = {
  0: [11_025, 12_000, 8000],
  2: [22_050, 24_000, 16_000],
  3: [44_100, 48_000, 32_000],
};

/** How long the frame of layer III is that begins here (ISO 11172-3, 2.4.1.3); 0 where none does. */
function mpegFrame(bytes: Buffer, at: number) {
  if (at + 4 > bytes.length) return 0;
  const [sync, kind, rates] = [bytes.readUInt8(at), bytes.readUInt8(at + 1), bytes.readUInt8(at + 2)];
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2) return 0;
  const version = (kind >> 3) & 3;
  const rate = hertz[version]?.[(rates >> 2) & 3];
  const bits = kilobits[version === 3 ? 'first' : 'second'][rates >> 4];
  if (!rate || !bits) return 0;
  return Math.floor(((version === 3 ? 144 : 72) * bits * 1000) / rate) + ((rates >> 1) & 1);
}

/** The same of AAC in ADTS (ISO 13818-7, 6.2). */
function adtsFrame(bytes: Buffer, at: number) {
  if (at + 7 > bytes.length) return 0;
  if (bytes.readUInt8(at) !== 0xff || (bytes.readUInt8(at + 1) & 0xf6) !== 0xf0) return 0;
  const length =
    ((bytes.readUInt8(at + 3) & 3) << 11) | (bytes.readUInt8(at + 4) << 3) | (bytes.readUInt8(at + 5) >> 5);
  return length > 7 ? length : 0;
}

type Page = { from: number; body: number; to: number; serial: number };

/** Pages from the first byte to the last (RFC 3533, 6); undefined where something else lies between. */
function pagesOf(bytes: Buffer): Page[] | undefined {
  const pages: Page[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 27 > bytes.length || bytes.toString('latin1', at, at + 5) !== 'OggS\0') return undefined;
    const body = at + 27 + bytes.readUInt8(at + 26);
    if (body > bytes.length) return undefined;
    const to = bytes.subarray(at + 27, body).reduce((sum, part) => sum + part, body);
    if (to > bytes.length) return undefined;
    pages.push({ from: at, body, to, serial: bytes.readUInt32LE(at + 14) });
    at = to;
  }
  return pages;
}

/** One stream of Opus (RFC 7845) or Vorbis, without its comments: none are counted, and their room is empty. */
function bareOgg(bytes: Buffer): Buffer | undefined {
  const [head, comments, ...others] = pagesOf(bytes) ?? [];
  if (!head || !comments || others.length === 0) return undefined;
  if ([comments, ...others].some(({ serial }) => serial !== head.serial)) return undefined;
  const begins = (page: Page, sign: string) =>
    bytes.toString('latin1', page.body, page.body + sign.length) === sign;
  const sign = begins(head, 'OpusHead') ? 'OpusTags' : begins(head, '\u0001vorbis') ? '\u0003vorbis' : '';
  if (!sign || !begins(comments, sign)) return undefined;
  // The packet of comments ends within its page, in both: a picture in it would not.
  const table = bytes.subarray(comments.from + 27, comments.body);
  const last = table.findIndex((part) => part < 255);
  if (last < 0) return undefined;
  const end = table.subarray(0, last + 1).reduce((sum, part) => sum + part, comments.body);
  const at = comments.body + sign.length;
  if (at + 8 > end) return undefined;
  const bare = Buffer.from(bytes);
  bare.fill(0, at, end);
  // Vorbis counts a last bit as set behind its comments.
  if (sign !== 'OpusTags' && at + 8 < end) bare.writeUInt8(1, at + 8);
  bare.writeUInt32LE(0, comments.from + 22);
  bare.writeUInt32LE(checksum(bare.subarray(comments.from, comments.to)), comments.from + 22);
  return bare;
}

/** Of an Ogg page, with its own four bytes empty: polynomial 0x04c11db7, nothing turned round. */
function checksum(page: Buffer) {
  let sum = 0;
  for (const byte of page) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}

type Box = { type: string; body: number; to: number };

/** Boxes side by side (ISO 14496-12, 4.2); undefined where they do not fill their room. */
function boxesOf(bytes: Buffer, from: number, end: number): Box[] | undefined {
  const boxes: Box[] = [];
  for (let at = from; at < end;) {
    if (at + 8 > end) return undefined;
    const size = bytes.readUInt32BE(at);
    const to = size === 0 ? end : at + size;
    // Larger ones have their size behind the name; nothing that small does.
    if (to < at + 8 || to > end) return undefined;
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), body: at + 8, to });
    at = to;
  }
  return boxes;
}

const beside = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);

/** Whole, of sound alone; what stands beside it is emptied where it lies, for the sound is found by its place. */
function bareMp4(bytes: Buffer): Buffer | undefined {
  const bare = Buffer.from(bytes);
  const boxes = boxesOf(bare, 0, bare.length);
  const movie = boxes?.find(({ type }) => type === 'moov');
  const within = movie && boxesOf(bare, movie.body, movie.to);
  if (!boxes || !within || boxes[0]?.type !== 'ftyp' || !boxes.some(({ type }) => type === 'mdat'))
    return undefined;
  const tracks = within.filter(({ type }) => type === 'trak').map(({ body, to }) => boxesOf(bare, body, to));
  const kinds = tracks.map((track) => track && kindOf(bare, track));
  if (kinds.length === 0 || kinds.some((kind) => kind !== 'soun')) return undefined;
  for (const { type, body, to } of [...boxes, ...within, ...tracks.flatMap((track) => track ?? [])]) {
    if (!beside.has(type)) continue;
    bare.write('free', body - 4, 'latin1');
    bare.fill(0, body, to);
  }
  return bare;
}

/** What a track holds: `soun`, `vide`; undefined where it does not say. */
function kindOf(bytes: Buffer, track: readonly Box[]) {
  const media = track.find(({ type }) => type === 'mdia');
  const handler = media && boxesOf(bytes, media.body, media.to)?.find(({ type }) => type === 'hdlr');
  return handler && handler.to - handler.body >= 12
    ? bytes.toString('latin1', handler.body + 8, handler.body + 12)
    : undefined;
}
