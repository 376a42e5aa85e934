import { createHash } from 'node:crypto';

/** What a receipt of a complaint says: `content` is the SHA-256 of what was first written, `salt` 16 random bytes, both in hex. */
export type Received = { number: string; day: string; content: string; salt: string };

/** What stands in the public log of a complaint, and leads back to it for nobody but who holds its receipt. */
export const leafOf = ({ number, day, content, salt }: Received) =>
  createHash('sha256').update(['fairroute complaint 1', number, day, content, salt].join('\n')).digest();

export const contentOf = (happened: string) => createHash('sha256').update(happened).digest('hex');
