import { stepUpRefusal } from '#app/ui/form.tsx';

const texts: Record<string, string> = {
  licence_ended: 'The last day of this licence has passed. Nothing was changed.',
  already_declared:
    'This licence, by its authority and number, is among yours already. If it was renewed, open it and enter the renewal.',
  already_revoked: 'This licence was revoked, and that is for good. Nothing was changed.',
  already_suspended: 'This licence is suspended already: somebody was here before you.',
  not_suspended: 'This licence is not suspended any more. Nothing was changed.',
  not_confirmed: 'A licence is suspended once it was confirmed. Confirm it first, or revoke it.',
  nothing_to_confirm: 'There is nothing to confirm: somebody was here before you.',
  renewal_not_later: 'This day is no later than the one we know. Enter the last day of the renewed licence.',
  own_organisation: 'You belong to the agency that holds this licence. Ask somebody else to decide on it.',
};

export const refusalText = (refusal: string) =>
  stepUpRefusal[refusal] ??
  texts[refusal] ??
  'This cannot be done now. Go back and look at the licence as it stands.';
