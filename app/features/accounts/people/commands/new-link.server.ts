import { ok } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { evenly } from '../../evenly.server.ts';
import { requestLink } from '../../links/links.server.ts';
import { linkPurposes } from '../../links/model.ts';
import { listWaitingLinks } from '../waiting.server.ts';

/** New links for whatever waits at an address; the old ones end by themselves, or with the first that is used. */
export async function sendNewLinks(scope: Pick<Scope, 'db' | 'actor' | 'now'>, email: string) {
  await evenly(() => send(scope, email.toLowerCase()));
  return ok(undefined);
}

const send = ({ db, actor, now }: Pick<Scope, 'db' | 'actor' | 'now'>, email: string) =>
  db.transaction().execute(async (trx) => {
    for (const waiting of await listWaitingLinks(trx, email, now)) {
      const purpose = linkPurposes.find((known) => known === waiting.purpose);
      if (purpose) await requestLink(trx, { actor, now }, { ...waiting, purpose, email });
    }
  });
