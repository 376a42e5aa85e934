import { isUnavailable } from '#app/platform/database/unavailable.server.ts';
import { StorageUnavailable } from '#app/platform/files/stored.server.ts';
import { log } from '#app/platform/operation/log.server.ts';
import { refuse } from '#app/platform/result.ts';

/** Nothing stays behind, and nothing goes along to another site; forms still say that they stand here. */
export const headersOf = (more: Record<string, string> = {}) => ({
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  ...more,
});

/** What could not be saved is said to be so, on the page that still holds it: never a success, never an empty form. */
export async function orNotSaved<T>(save: () => Promise<T>) {
  try {
    return await save();
  } catch (error) {
    const busy = error instanceof Response && error.status === 503;
    if (!busy && !isUnavailable(error) && !(error instanceof StorageUnavailable)) throw error;
    if (busy) return refuse('busy');
    log.error({ err: error }, 'a complaint could not be saved');
    return refuse('not_saved');
  }
}
