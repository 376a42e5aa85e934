import { connect } from '#db/client.server.ts';

import { theConfig } from '../config.server.ts';
import { theDatabase } from '../database/client.server.ts';
import { KeptAnswers } from './answers.server.ts';
import { Replica } from './replica.server.ts';

type Hearing = { kept: KeptAnswers; replica: Replica | undefined; stop: () => Promise<unknown> };
let hearing: Hearing | undefined;

/** One line to the primary for all that depends on its word; it stands from the first question on. */
function begun(): Hearing {
  if (hearing) return hearing;
  const { DATABASE_URL, DATABASE_DIRECT_URL = DATABASE_URL, DATABASE_REPLICA_URL } = theConfig();
  const kept = new KeptAnswers();
  const copy = DATABASE_REPLICA_URL === undefined ? undefined : connect(DATABASE_REPLICA_URL);
  const replica = copy && new Replica({ primary: theDatabase().db, replica: copy.db });
  const hears = kept.listen(DATABASE_DIRECT_URL, replica?.ear);
  const follows = replica?.follow();
  const stop = async () => {
    await Promise.all([hears(), follows?.()]);
    await copy?.db.destroy();
  };
  return (hearing = { kept, replica, stop });
}

/** What this process keeps. */
export const keptAnswers = () => begun().kept;

/** Where the public may read beside the primary; undefined where there is no replica. */
export const theReplica = () => begun().replica;

/** Gives the connections back when the process ends. */
export const keepNoMore = () => hearing?.stop() ?? Promise.resolve();
