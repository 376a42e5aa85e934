import { isUnheld, type Certificate, type Suspended, type UnderWatch } from '../model.ts';
import { suspend, watch } from '../rules.ts';

/**
 * Nobody ends a watch by changing the audit body, nor by renewing; nor a suspension for a surveillance that is still to be
 * held. Undefined where there was neither.
 */
export function carry(before: Certificate, next: Certificate, now: Date): UnderWatch | Suspended | undefined {
  const carried =
    before.status === 'active_under_watch'
      ? watch(next, before.reasonClass, now)
      : before.status === 'suspended' && isUnheld(before)
        ? suspend(next, before.reasonClass, now)
        : undefined;
  return carried?.ok ? carried.value : undefined;
}
