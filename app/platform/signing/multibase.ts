const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Base58 as Bitcoin spells it, behind multibase's letter for it. */
export function toBase58(bytes: Uint8Array) {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (; number > 0n; number /= 58n) text = `${letters[Number(number % 58n)]}${text}`;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return `z${'1'.repeat(zeros < 0 ? bytes.length : zeros)}${text}`;
}

/** Its bytes; undefined for anything else, also for more than a signature needs. */
export function fromBase58(text: string) {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{1,100}$/.test(text)) return undefined;
  const digits = text.slice(1);
  let number = Array.from(digits).reduce((sum, letter) => sum * 58n + BigInt(letters.indexOf(letter)), 0n);
  const bytes: number[] = [];
  for (; number > 0n; number /= 256n) bytes.unshift(Number(number % 256n));
  const zeros = /^1*/.exec(digits)?.[0].length ?? 0;
  return Uint8Array.from([...Array.from({ length: zeros }, () => 0), ...bytes]);
}

/** An Ed25519 public key as a Multikey: its multicodec number, then the key. */
export const toMultikey = (bytes: Uint8Array) => toBase58(Uint8Array.from([0xed, 0x01, ...bytes]));
