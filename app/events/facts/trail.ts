import { z } from 'zod';

import { day, nothing } from './shapes.ts';

const role = z.object({ role: z.string() });

/** Who came in, how, and what changed about who may: the trail, shown to the person and to owners, not on records. */
export const trail = {
  'account.opened': nothing,
  'account.signed_in': z.object({ method: z.string(), sessionId: z.uuid() }),
  'account.sign_in_failed': z.object({ step: z.enum(['password', 'code', 'passkey', 'single_sign_on']) }),
  'account.new_device': z.object({ sessionId: z.uuid() }),
  'account.identity_confirmed': z.object({ method: z.string() }),
  'account.session_ended': z.object({ sessions: z.number().int() }),
  'account.password_changed': z.object({ by: z.enum(['reset', 'own']) }),
  'account.address_change_requested': z.object({ addressChangeId: z.uuid() }),
  'account.address_changed': z.object({ addressChangeId: z.uuid() }),
  'account.exported': nothing,
  'account.closed': nothing,
  'factor.added': z.object({ kind: z.enum(['passkey', 'authenticator', 'recovery_codes']) }),
  'factor.removed': z.object({ kind: z.enum(['passkey', 'authenticator', 'recovery_codes']) }),
  'factor.recovery_code_used': z.object({ left: z.number().int() }),
  'factor_reset.requested': z.object({ factorResetId: z.uuid() }),
  'factor_reset.approved': z.object({ factorResetId: z.uuid(), dueOn: day }),
  'factor_reset.cancelled': z.object({ factorResetId: z.uuid() }),
  'factor_reset.done': z.object({ factorResetId: z.uuid() }),
  'invitation.sent': role.extend({ invitationId: z.uuid() }),
  'invitation.accepted': role.extend({ invitationId: z.uuid() }),
  'invitation.revoked': role.extend({ invitationId: z.uuid() }),
  'membership.added': role,
  'membership.role_changed': z.object({ from: z.string(), to: z.string() }),
  'membership.removed': role,
  'membership.left': role,
  'membership.ownership_given': nothing,
  'membership.ownership_given_up': nothing,
  'advice.recorded': z.object({ kind: z.string(), givenOn: day }),
  'mail_domain.claimed': nothing,
  'mail_domain.proven': z.object({ by: z.enum(['dns', 'officer']) }),
  'mail_domain.removed': nothing,
  'identity_provider.set': nothing,
  'identity_provider.removed': nothing,
  'api_key.made': z.object({ keyId: z.uuid() }),
  'api_key.rotated': z.object({ keyId: z.uuid(), endsAt: z.iso.datetime() }),
  'api_key.revoked': z.object({ keyId: z.uuid() }),
  // Subject: the company; nothing says whom it watches.
  'watch.added': z.object({ watchId: z.uuid() }),
  'watch.ended': z.object({ watchId: z.uuid() }),
  'webhook.added': z.object({ endpointId: z.uuid() }),
  'webhook.secret_replaced': z.object({ endpointId: z.uuid() }),
  'webhook.disabled': z.object({ endpointId: z.uuid(), because: z.enum(['failing', 'gone']) }),
  'webhook.enabled': z.object({ endpointId: z.uuid() }),
  'webhook.ended': z.object({ endpointId: z.uuid() }),
} as const;
