import type { Actor, Officer, Reviewer } from '#app/platform/scope.ts';

import { mayReview } from '../../policy.ts';

type Audited = Parameters<typeof mayReview>[1];

/** The body answers by its second person, or the scheme does. Whether they are on the team, the rule asks. */
export const mayAnswerObjection = (actor: Actor, audited: Audited): actor is Officer | Reviewer =>
  actor.kind === 'officer' || mayReview(actor, audited);
