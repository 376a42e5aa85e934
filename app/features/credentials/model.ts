/** What `/verify` answers. All but the first are a no; the last two are of what is no credential at all. */
export const verdicts = [
  'valid',
  'suspended',
  'revoked',
  'expired',
  'not_yet_valid',
  'bad_signature',
  'unknown_issuer',
  'status_unavailable',
  'wrong_type',
  'unreadable',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Why nothing was verified: nothing came, or more than any credential is. */
export type SentProblem = 'nothing' | 'too_large';

export const purposes = ['revocation', 'suspension'] as const;
export type Purpose = (typeof purposes)[number];

/** One published list; its id in addresses is `revocation-1`. */
export type ListName = { purpose: Purpose; list: number };

/** Places of one list (W3C Bitstring Status List 1.0 asks for at least as many). */
export const placesOfList = 131_072;

export const listId = ({ purpose, list }: ListName) => `${purpose}-${list}`;

/** The list behind an id of ours; undefined for anything else. */
export function listNamed(id: string): ListName | undefined {
  const [, word, number] = /^(revocation|suspension)-([1-9]\d{0,4})$/.exec(id) ?? [];
  const purpose = purposes.find((one) => one === word);
  return purpose && number ? { purpose, list: Number(number) } : undefined;
}

/** Where a list is published. */
export const listAddress = (origin: string, name: ListName) =>
  `${origin}/api/v1/status-lists/${listId(name)}`;
