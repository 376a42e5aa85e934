import type { Certificate, UnderWatch } from '../model.ts';
import { watch } from '../rules.ts';

/** Nobody ends a watch by changing the audit body, nor by renewing; undefined where there was none. */
export function carryWatch(before: Certificate, next: Certificate, now: Date): UnderWatch | undefined {
  if (before.status !== 'active_under_watch') return undefined;
  const carried = watch(next, before.reasonClass, now);
  return carried.ok ? carried.value : undefined;
}
