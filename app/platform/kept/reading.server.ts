import { isUnavailable } from '../database/unavailable.server.ts';
import { within } from '../operation/within.ts';
import type { Scope } from '../scope.ts';
import { theReplica } from './process.server.ts';
import type { Replica } from './replica.server.ts';

/** A replica that hangs is passed over after this; a database that hangs is one that does not answer. */
const [replicaMs, patienceMs] = [3000, 10_000];

type Asked = Pick<Scope, 'db'>;

/** Cut off by what the replica had to replay: asked of the primary, it is answered. */
const isCutOff = (error: unknown) => error instanceof Error && 'code' in error && error.code === '40001';

/**
 * Answers a question of the public on a replica where one is level, else on the primary, and there as well where the replica
 * failed. `asOf` only of what a replica answered.
 */
export async function readOn<S extends Asked, T>(
  replica: Replica | undefined,
  scope: S,
  read: (scope: S, asOf?: Date) => Promise<T>,
): Promise<{ answer: T; asOf?: Date }> {
  const reading = replica?.reading();
  if (!replica || !reading) return { answer: await read(scope) };
  const { db, asOf } = reading;
  try {
    return { answer: await within(replicaMs, read({ ...scope, db }, asOf)), asOf };
  } catch (error) {
    if (!isCutOff(error) && !isUnavailable(error)) throw error;
    if (isUnavailable(error)) replica.lost();
    return { answer: await read(scope) };
  }
}

/** The same for pages. */
export const readPublic = async <S extends Asked, T>(scope: S, read: (scope: S) => Promise<T>) =>
  (await within(patienceMs, readOn(theReplica(), scope, read))).answer;
