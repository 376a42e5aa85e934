import { ok, refuse } from '../result.ts';

const name = 'alike:';

/** One that reads the same was recorded under another number, as from a second tab: it is said once, and never blocks. */
export const onceMore = (recordedAt: Date | undefined, another: 'on' | undefined) =>
  recordedAt === undefined || another ? ok({}) : refuse(`${name}${recordedAt.toISOString()}`);

/** When the one that reads the same was recorded, out of such a refusal. */
export const alikeSince = (refusal: string | undefined) =>
  refusal?.startsWith(name) ? refusal.slice(name.length) : undefined;
