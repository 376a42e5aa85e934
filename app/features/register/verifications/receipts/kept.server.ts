import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { Answer } from '../model.ts';
import { answerShape } from '../queries.server.ts';

const shape = z.looseObject({
  id: z.string(),
  credentialSubject: z.looseObject({
    register: z.string(),
    asKnownAt: z.string(),
    count: z.number(),
    asked: z.array(z.record(z.string(), z.unknown())),
    answered: z.array(answerShape),
  }),
});

/** What is read of a receipt by people: each question in one line of text beside its answer. */
export type ReadReceipt = {
  register: string;
  asKnownAt: string;
  count: number;
  lines: { asked: string; answer: Answer }[];
  counts: Record<Answer['outcome'], number>;
  /** SHA-256 of the whole token: the paper and the token belong together by it. */
  digest: string;
};

/** A receipt of ours, from its token; `most`: the first lines of a long one, while the digest is of all. */
export function readReceipt(token: string, most: number): ReadReceipt {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  const { register, asKnownAt, count, asked, answered } = shape.parse(JSON.parse(payload)).credentialSubject;
  const counts = { match: 0, ambiguous: 0, no_match: 0 };
  for (const { outcome } of answered) counts[outcome] += 1;
  return {
    ...{ register, asKnownAt, count, counts },
    lines: answered.slice(0, most).map((answer, at) => ({ asked: askedIn(asked[at] ?? {}), answer })),
    digest: digestOf(token),
  };
}

const askedIn = (item: Record<string, unknown>) =>
  Object.entries(item)
    .flatMap(([member, said]) => (member !== 'ref' && typeof said === 'string' ? [said] : []))
    .join(', ');

/** In eights, as people read it to one another. */
export const digestOf = (token: string) =>
  createHash('sha256').update(token).digest('hex').match(/.{8}/g)?.join(' ') ?? '';
