import { pino } from 'pino';

import { theLogLevel } from '../config.server.ts';

/** Structured lines on stdout; never a name, an address, a password or the text of a form. */
export const log = pino({ level: theLogLevel(), base: { app: 'fairroute' } });
