import { theConfig } from '#app/platform/config.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import { signingAt } from '#app/platform/signing/signing.server.ts';

import { publishLists, type Publishing } from './status-list/publish.server.ts';

/** What this process publishes and verifies with, at one address of the installation. */
export const publishingAt = ({ db }: Pick<Scope, 'db'>, origin = theConfig().ORIGIN): Publishing => ({
  ...{ db, origin },
  signing: signingAt(origin),
  folder: theConfig().STATUS_LISTS,
});

/** Every minute: whatever nobody asked for is there as well when the database is not. */
export const publishAll = ({ db, now }: Pick<Scope, 'db' | 'now'>) => publishLists(publishingAt({ db }), now);
