import type { Transaction } from 'kysely';

import type { Answers } from '#app/questionnaire/definition.ts';
import type { Database } from '#db/client.server.ts';

import type { Answering } from '../answering/commands.server.ts';
import type { Visit } from '../answering/visit.server.ts';
import { invite, tellInvited } from '../campaigns/commands.server.ts';
import { actorKinds } from '../chain/model.ts';
import { mostTiers, roleOf } from '../model.ts';
import { hiddenIdentity, identityOf } from '../parties/identity.ts';
import { upstreamIn } from './rules.ts';

type Upstream = { scope: Answering; visit: Visit; answers: Answers };

/**
 * Asks those whom an answer names and lets be invited, in the same campaign. Whom the buyer may not see is asked all the
 * same: who they are stays between them and whoever named them, until they show themselves. Their parties were added with the
 * statement of the answer.
 */
export async function inviteUpstream(trx: Transaction<Database>, { scope, visit, answers }: Upstream) {
  const { companyId, campaignId, tier, invitationId, language } = visit;
  const campaign = await trx
    .selectFrom('mapping_campaign')
    .select(['state', 'due_on as dueOn'])
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  if (campaign.state !== 'open' || tier >= mostTiers) return;
  const rows = upstreamIn(answers).flatMap((each) => {
    const kind = actorKinds.find((known) => known === each.kind);
    const role = kind && roleOf(kind);
    if (!kind || !role || !each.mayInvite || each.email === null) return [];
    const named = identityOf({ ...each, kind });
    const identity = each.mayBeSeen ? named : hiddenIdentity(invitationId, named);
    return [{ role, identity, email: each.email, language }];
  });
  if (rows.length === 0) return;
  const invited = await invite(trx, {
    ...{
      companyId,
      campaignId,
      now: scope.now,
      dueOn: campaign.dueOn,
      tier: tier + 1,
      invitedBy: invitationId,
    },
    rows,
  });
  await tellInvited(trx, scope, invited);
}
