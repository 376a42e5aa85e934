import { on, type Means, type Reaction } from '#app/events/reaction.ts';
import { purgeNetwork } from '#app/features/register/purging/reactions.server.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import { toldTypes } from '#app/features/watching/model.ts';
import * as watching from '#app/features/watching/reactions.server.ts';

/** Whoever watches the register hears of what it says, once it says it. */
export const ofWatching = (means: Means): Reaction[] => [
  ...toldTypes.map((type) => on(type, 'tell-watchers', watching.tellWatchers(means, findRecord))),
  ...toldTypes.map((type) => on(type, 'purge-network', purgeNetwork(means))),
  on('registration.contacts_changed', 'purge-network', purgeNetwork(means)),
  ...(['membership.removed', 'membership.left', 'membership.role_changed'] as const).map((how) =>
    on(how, 'end-watches', watching.endWatchesOfLeft(means)),
  ),
  on('webhook.disabled', 'mail-owners', watching.mailWebhookOff(means)),
];
