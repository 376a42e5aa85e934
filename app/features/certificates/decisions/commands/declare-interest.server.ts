import { ok } from '#app/platform/result.ts';
import type { Decider, Scope } from '#app/platform/scope.ts';

import type { DeclareForm } from '../forms.ts';
import { declare } from '../rules.ts';
import { onMatter } from './on-matter.server.ts';

/** Before a member reads the package: does anything tie them to the recruiter? */
export const declareInterest = (scope: Scope<Decider>, id: string, { conflicted, statement }: DeclareForm) =>
  onMatter(scope, id, async ({ trx, locked, member }) => {
    const outcome = declare(locked.matter, member, conflicted);
    if (!outcome.ok) return outcome;
    await trx
      .insertInto('decision_declaration')
      .values({
        matter_id: locked.id,
        account_id: scope.actor.accountId,
        conflicted,
        statement,
        declared_at: scope.now,
      })
      .execute();
    return ok({ conflicted });
  });
