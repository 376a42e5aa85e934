import { mailPeople } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { webhookOff } from '#emails/watching/webhook-off.tsx';

import { endOfLeft } from './leaving.server.ts';

export { tellWatchers } from './tell.server.ts';

type Leaving = 'membership.removed' | 'membership.left' | 'membership.role_changed';

/** The organisation stands among what the fact is related to. */
export const endWatchesOfLeft = <T extends Leaving>({ db, clock = () => new Date() }: Means): Effect<T> => ({
  targets: (_from, { related }) => Promise.resolve(related),
  run: (_fact, companyId) => endOfLeft({ db, now: clock(), companyId }),
});

/** Every owner of the company. */
export const mailWebhookOff = (means: Means): Effect<'webhook.disabled'> =>
  mailPeople<'webhook.disabled'>(means, {
    to: async (db, { subject }) => {
      const owners = await db
        .selectFrom('membership')
        .select('account_id')
        .where('organisation_id', '=', subject)
        .where('owner_since', 'is not', null)
        .execute();
      return owners.map(({ account_id }) => account_id);
    },
    write: async ({ payload: { endpointId, because } }, language) => {
      const endpoint = await means.db
        .selectFrom('webhook_endpoint')
        .innerJoin('organisation', 'organisation.id', 'webhook_endpoint.company_id')
        .select(['webhook_endpoint.url', 'organisation.name as company'])
        .where('webhook_endpoint.id', '=', endpointId)
        .executeTakeFirst();
      const link = `${means.origin}/webhooks/${endpointId}`;
      return endpoint && webhookOff(language, { ...endpoint, because, link });
    },
  });
