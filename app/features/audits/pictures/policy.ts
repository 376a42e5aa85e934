import type { Auditor, Decider, Officer, Recruiter, Reviewer } from '#app/platform/scope.ts';

import type { Whose } from './model.ts';

/** Whose findings somebody sees counted who asks for nobody's in particular: their own side's, the scheme's people all. */
export function whoseOwn(actor: Auditor | Reviewer | Recruiter | Officer | Decider): Whose {
  switch (actor.kind) {
    case 'recruiter':
      return { of: 'recruiter', id: actor.organisationId };
    case 'auditor':
    case 'reviewer':
      return { of: 'body', id: actor.organisationId };
    case 'officer':
    case 'decider':
      return { of: 'scheme' };
  }
}
