/** The letters of the GSM 7-bit alphabet (3GPP TS 23.038, 6.2.1), and those that take two places. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '^{}\\[~]|€\f';

/** A text of one segment; a part of a longer one, whose first places say how the parts are joined. */
const room = { gsm: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } };

/**
 * How many segments a text is sent and paid as. One letter outside the GSM alphabet makes all of it UCS-2, and no letter
 * is cut in two.
 */
export function segmentsOf(text: string): number {
  const letters = Array.from(text);
  const plain = letters.every((letter) => basic.includes(letter) || extended.includes(letter));
  const places = letters.map((letter) => (plain ? (extended.includes(letter) ? 2 : 1) : letter.length));
  const { alone, joined } = plain ? room.gsm : room.ucs2;
  if (places.reduce((sum, place) => sum + place, 0) <= alone) return 1;
  return places.reduce(
    ({ segments, used }, place) =>
      used + place > joined ? { segments: segments + 1, used: place } : { segments, used: used + place },
    { segments: 1, used: 0 },
  ).segments;
}

const typeset: Record<string, string> = {
  ...{ '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-', '…': '...', '\u00a0': ' ', '\u202f': ' ' },
};

/** Signs of print that have a plain one beside them: each would make a text more than twice as dear. */
export const plainSigns = (text: string) =>
  text.replace(/[’‘“”–—…\u00a0\u202f]/g, (sign) => typeset[sign] ?? sign);
