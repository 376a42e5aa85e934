import { connect } from '#db/client.server.ts';

import { theConfig } from '../config.server.ts';

let connection: ReturnType<typeof connect> | undefined;

/** This process's one pool. */
export const theDatabase = () => (connection ??= connect(theConfig().DATABASE_URL));
