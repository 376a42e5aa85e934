import type { Asking } from '../asking.ts';
import { theEnumerations } from './enumerations.server.ts';
import { describeApi } from './openapi.server.ts';

/** GET /api/v1/enumerations: every code with its label in every language. */
export const enumerations = () => Promise.resolve({ data: theEnumerations() });

/** GET /api/openapi.json */
export const description = ({ origin }: Asking) => Promise.resolve(describeApi(origin));
