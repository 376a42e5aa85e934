type Payload = Record<string, unknown>;
export type Words = {
  what: string | ((payload: Payload) => string);
  tone?: 'certified' | 'watch' | 'suspended';
};

/** A field of a payload, as words: "cap_returned" reads "cap returned". */
export const word = (payload: Payload, key: string) => {
  const value = payload[key];
  return typeof value === 'string' ? value.replaceAll('_', ' ') : '';
};
const count = (payload: Payload, key: string) => Number(payload[key] ?? 0);

/** The trail in words: sign-ins, second factors, changes of rights. */
export const trailWords = {
  'account.opened': { what: 'Account opened' },
  'account.signed_in': { what: (payload) => `Signed in with ${word(payload, 'method')}` },
  'account.sign_in_failed': {
    what: (payload) => `Sign-in failed: wrong ${word(payload, 'step')}`,
    tone: 'watch',
  },
  'account.new_device': { what: 'Signed in on a new device', tone: 'watch' },
  'account.identity_confirmed': { what: (payload) => `Confirmed who it is with ${word(payload, 'method')}` },
  'account.session_ended': {
    what: (payload) =>
      count(payload, 'sessions') === 1
        ? 'A session was ended'
        : `${count(payload, 'sessions')} sessions were ended`,
  },
  'account.password_changed': {
    what: (payload) => (payload['by'] === 'reset' ? 'Password reset by mail' : 'Password changed'),
    tone: 'watch',
  },
  'account.address_change_requested': { what: 'Change of address asked for' },
  'account.address_changed': { what: 'E-mail address changed', tone: 'watch' },
  'account.exported': { what: 'Personal data exported' },
  'account.closed': { what: 'Account closed' },
  'factor.added': { what: (payload) => `Second factor added: ${word(payload, 'kind')}` },
  'factor.removed': { what: (payload) => `Second factor removed: ${word(payload, 'kind')}`, tone: 'watch' },
  'factor.recovery_code_used': {
    what: (payload) => `Recovery code used, ${count(payload, 'left')} left`,
    tone: 'watch',
  },
  'factor_reset.requested': { what: 'Reset of the second factor asked for', tone: 'watch' },
  'factor_reset.approved': { what: 'Reset of the second factor approved', tone: 'watch' },
  'factor_reset.cancelled': { what: 'Reset of the second factor cancelled' },
  'factor_reset.done': { what: 'Second factor reset', tone: 'suspended' },
  'invitation.sent': { what: (payload) => `Invited as ${word(payload, 'role')}` },
  'invitation.accepted': { what: (payload) => `Invitation as ${word(payload, 'role')} accepted` },
  'invitation.revoked': { what: 'Invitation taken back' },
  'membership.added': { what: (payload) => `Joined as ${word(payload, 'role')}` },
  'membership.role_changed': {
    what: (payload) => `Role changed from ${word(payload, 'from')} to ${word(payload, 'to')}`,
  },
  'membership.removed': { what: (payload) => `Removed as ${word(payload, 'role')}`, tone: 'watch' },
  'membership.left': { what: (payload) => `Left as ${word(payload, 'role')}` },
  'membership.ownership_given': { what: 'Made an owner' },
  'membership.ownership_given_up': { what: 'No longer an owner' },
  'advice.recorded': { what: (payload) => `${word(payload, 'kind')} given, recorded` },
  'mail_domain.claimed': { what: 'Mail domain claimed' },
  'mail_domain.proven': {
    what: (payload) =>
      `Mail domain proven ${payload['by'] === 'dns' ? 'by its DNS record' : 'by an officer'}`,
  },
  'mail_domain.removed': { what: 'Mail domain removed' },
  'identity_provider.set': { what: 'Single sign-on set up' },
  'identity_provider.removed': { what: 'Single sign-on removed', tone: 'watch' },
  'api_key.made': { what: 'API key made' },
  'api_key.rotated': { what: 'API key replaced; the old one works a little longer' },
  'api_key.revoked': { what: 'API key revoked', tone: 'watch' },
  'list.read': { what: 'A list of suppliers sent' },
  'list.check_asked': { what: 'A list of suppliers checked' },
  'list.deleted': { what: 'A list of suppliers deleted' },
  'portfolio.saved': { what: 'A portfolio saved' },
  'portfolio.deleted': { what: 'A portfolio deleted' },
  'watch.added': { what: 'A watch on the register begun' },
  'watch.ended': { what: 'A watch on the register ended' },
  'webhook.added': { what: 'Webhook endpoint added' },
  'webhook.secret_replaced': { what: 'Secret of a webhook replaced; the old one works for a day' },
  'webhook.disabled': { what: 'Webhook endpoint switched off: nothing arrived', tone: 'watch' },
  'webhook.enabled': { what: 'Webhook endpoint switched on again' },
  'webhook.ended': { what: 'Webhook endpoint removed', tone: 'watch' },
  'link.requested': { what: 'A link was asked for by mail' },
} satisfies Record<string, Words>;
