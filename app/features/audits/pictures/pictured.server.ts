import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { Audit } from '../model.ts';
import type { Period, Whose } from './model.ts';
import { findingHeat, openOverTime } from './queries.server.ts';
import { periodOf, periodOfAudit } from './rules.ts';

type Asked = Pick<Scope, 'db' | 'actor' | 'now'>;

export type Pictured = Awaited<ReturnType<typeof drawn>>;

async function drawn(scope: Asked, whose: Whose, period: Period, filtered: boolean) {
  const [heat, standings] = await Promise.all([
    findingHeat(scope, whose, period),
    openOverTime(scope, whose, period),
  ]);
  return { heat, standings, period, filtered };
}

/** Both pictures of a recruiter, a body or the scheme, for the period its reader chose. */
export function picturesFor(scope: Asked, whose: Whose, request: Request) {
  const asked = new URL(request.url).searchParams;
  const period = periodOf({ from: asked.get('from'), until: asked.get('until') }, dayOf(scope.now));
  return drawn(scope, whose, period, true);
}

/** Both pictures of one audit, from its first day to today. */
export function picturesOfAudit(scope: Asked, audit: Audit) {
  const period = periodOfAudit('startsOn' in audit ? audit.startsOn : undefined, dayOf(scope.now));
  const { id, schemeVersionId } = audit;
  return drawn(scope, { of: 'audit', id, schemeVersionId }, period, false);
}
