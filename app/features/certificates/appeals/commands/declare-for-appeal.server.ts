import type { Decider, Officer, Scope } from '#app/platform/scope.ts';

import type { DeclareForm } from '../../decisions/forms.ts';
import { declare } from '../rules.ts';
import { onAppeal } from './on-appeal.server.ts';

/** Before somebody reads the appeal: does anything tie them to the recruiter? */
export const declareForAppeal = (
  scope: Scope<Officer | Decider>,
  id: string,
  { conflicted, statement }: DeclareForm,
) =>
  onAppeal(scope, id, async ({ trx, locked, person }) => {
    const outcome = declare(locked.appeal, person, conflicted);
    if (!outcome.ok) return outcome;
    await trx
      .insertInto('certificate_appeal_declaration')
      .values({
        ...{ appeal_id: locked.id, account_id: scope.actor.accountId },
        ...{ conflicted, statement, declared_at: scope.now },
      })
      .execute();
    return outcome;
  });
