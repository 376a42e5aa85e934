import { createHash } from 'node:crypto';

import { ok, refuse } from '#app/platform/result.ts';

export type Candidate = { number: string; tickets: number };
type Size = { measure: 'number' | 'share'; size: number };

/** A certificate of higher risk has more tickets in a draw, and is drawn the likelier for it. */
export const ticketsOf = { low: 1, medium: 2, high: 3 } as const;

/** How many are drawn: so many, or so many in a hundred of those who stand, a part of one counting as one. */
export function howMany({ measure, size }: Size, candidates: number) {
  if (candidates === 0) return refuse('no_candidates');
  const count = measure === 'share' ? Math.ceil((candidates * size) / 100) : size;
  return count > candidates ? refuse('more_than_stand') : ok(count);
}

/**
 * All candidates in the order of their lots; a draw of n takes the first n. A ticket is the SHA-256 of the text
 * `seed:number:ticket` in lower-case hex, tickets counted from one, and a certificate's lot is the smallest of its
 * tickets. So whoever has the seed, the numbers and the tickets gets the same order with any tool that hashes, in
 * whatever order the candidates come; a second ticket is a second chance, and nobody is drawn twice.
 */
export function inOrderOfLots<C extends Candidate>(seed: string, candidates: readonly C[]): C[] {
  const lots = new Map(candidates.map((one) => [one.number, { one, lot: lotOf(seed, one) }]));
  return [...lots.values()]
    .toSorted((a, b) => (a.lot < b.lot ? -1 : Number(a.lot > b.lot)))
    .map(({ one }) => one);
}

function lotOf(seed: string, { number, tickets }: Candidate) {
  const hashes = Array.from({ length: tickets }, (_, index) =>
    createHash('sha256')
      .update(`${seed}:${number}:${index + 1}`)
      .digest('hex'),
  );
  return hashes.toSorted()[0] ?? '';
}
