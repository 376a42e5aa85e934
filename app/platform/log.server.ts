import { pino } from 'pino';

import { theConfig } from './config.server.ts';

/** Structured lines on stdout; never a name, an address, a password or the text of a form. */
export const log = pino({ level: theConfig().LOG_LEVEL, base: { app: 'fairroute' } });
