import { on, type Means, type Reaction } from '#app/events/reaction.ts';
import * as keys from '#app/features/accounts/keys/reactions.server.ts';
import * as factors from '#app/features/accounts/factors/reactions.server.ts';
import * as links from '#app/features/accounts/links/reactions.server.ts';
import * as people from '#app/features/accounts/people/reactions.server.ts';
import * as signOn from '#app/features/accounts/sso/reactions.server.ts';
import * as organisations from '#app/features/accounts/organisations/reactions.server.ts';

/** What follows from the facts of accounts, keys and memberships. */
export const ofAccounts = (means: Means): Reaction[] => [
  on('link.requested', 'mail-link', links.mailLink(means)),
  on('api_key.made', 'mail-owners', keys.mailKeyMade(means)),
  on('api_key.rotated', 'mail-owners', keys.mailKeyReplaced(means)),
  on('api_key.revoked', 'mail-owners', keys.mailKeyRevoked(means)),
  on('factor.added', 'mail-person', factors.mailFactorAdded(means)),
  on('factor.removed', 'mail-person', factors.mailFactorRemoved(means)),
  on('factor.recovery_code_used', 'mail-person', factors.mailRecoveryCodeUsed(means)),
  on('factor_reset.requested', 'mail-person', factors.mailResetRequested(means)),
  on('factor_reset.approved', 'mail-person', factors.mailResetApproved(means)),
  on('factor_reset.cancelled', 'mail-person', factors.mailResetCancelled(means)),
  on('factor_reset.done', 'mail-person', factors.mailResetDone(means)),
  on('account.new_device', 'mail-person', people.mailNewDevice(means)),
  on('account.password_changed', 'mail-person', people.mailPasswordChanged(means)),
  on('account.address_changed', 'mail-both-ends', people.mailAddressChanged(means)),
  on('mail_domain.proven', 'mail-owners', signOn.mailDomainProven(means)),
  on('identity_provider.set', 'mail-owners', signOn.mailProviderSet(means)),
  on('identity_provider.removed', 'mail-owners', signOn.mailProviderRemoved(means)),
  on('membership.role_changed', 'mail-person', organisations.mailRoleChanged(means)),
  on('membership.removed', 'mail-person', organisations.mailRemoved(means)),
];
