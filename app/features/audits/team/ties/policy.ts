import type { Actor, Auditor, Officer, Reviewer } from '#app/platform/scope.ts';

import { mayLead, mayReview } from '../../policy.ts';

type Audited = Parameters<typeof mayReview>[1];

/** Who plans the audit, the body's second person, or the scheme: a tied lead is none of them. */
export const mayRelease = (actor: Actor, audited: Audited): actor is Officer | Reviewer | Auditor =>
  actor.kind === 'officer' || mayReview(actor, audited) || mayLead(actor, audited);
