export const linkPurposes = [
  'complete_sign_up',
  'accept_invitation',
  'reset_password',
  'confirm_old_address',
  'confirm_new_address',
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** What a link in a mail stands for; `email` is the mailbox that proves itself by it. */
export type OneTimeLink = {
  id: string;
  purpose: LinkPurpose;
  email: string;
  signUpId: string | null;
  invitationId: string | null;
  addressChangeId: string | null;
};

/** Hours a link works. */
export const linkHours: Record<LinkPurpose, number> = {
  complete_sign_up: 48,
  accept_invitation: 14 * 24,
  reset_password: 1,
  confirm_old_address: 48,
  confirm_new_address: 48,
};

/** The page a link opens; its secret is the last part of the address. */
export const linkPages: Record<LinkPurpose, string> = {
  complete_sign_up: '/welcome',
  accept_invitation: '/invitation',
  reset_password: '/reset',
  confirm_old_address: '/address',
  confirm_new_address: '/address',
};

/** Why a link does not open anything: each is told in the same words, with the way to a new one. */
export type BrokenLink = 'unknown_link' | 'used_link' | 'expired_link';
