import type { ReactNode } from 'react';

import { refusalText } from '../../ui/refusals.ts';

const sentences: Record<string, string> = {
  already_member: 'This person has that role here already.',
  already_invited: 'This person was invited already. Take that invitation back to send another.',
  already_answered: 'Somebody took this invitation back, or it was accepted, before you.',
  role_does_not_fit: 'Nobody holds that role in this kind of organisation. Choose another.',
  already_has_role: 'They have that role here already.',
  not_yourself: 'Nobody changes their own rights. Ask another owner, or leave the organisation instead.',
  last_owner:
    'An organisation has at least one owner, and you are the last. Make somebody else an owner first.',
  already_owner: 'They own the organisation already.',
  not_an_owner: 'You do not own this organisation any more.',
  another_address:
    'This invitation is for another address than the one you are signed in with. Sign out, then open the link again.',
  address_taken: 'This address has an account by now. Sign in with it, then open the link again.',
  incompatible_roles:
    'Your account already belongs to an organisation whose work excludes this role: nobody works for the scheme, for an audit body and for a recruiter at once. Leave that organisation first, or ask for an invitation to another address of yours.',
  already_there: 'There is an organisation of this kind and name in this country already.',
  has_owner: 'This organisation has an owner, who invites its people.',
  unknown_recruiter: 'There is no recruiter of that number or exact name. Look it up in the register.',
  several_recruiters: 'Several recruiters have that name. Enter the registration number.',
  unknown_person: 'Nobody has an account with that address.',
  not_of_others: 'Record what you gave yourself. For others, an officer records it.',
  not_yet_given: 'That day has not come yet. Enter the day on which it was given.',
  already_recorded: 'That is on record already.',
  audited_recently:
    'This person audits the recruiter, or did within two years before that day. Whoever audits does not train or advise.',
};

/** A no about people and their organisations, in words. */
export function refusalIn(refusal: string | undefined): ReactNode {
  if (refusal === undefined) return undefined;
  if (refusal.startsWith('weak_password:')) return refusal.slice('weak_password:'.length);
  return sentences[refusal] ?? refusalText(refusal);
}
