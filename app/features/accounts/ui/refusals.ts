import type { ReactNode } from 'react';

import { stepUpRefusal } from '#app/ui/form.tsx';

/** Second factors: their codes, passkeys and resets. */
const factors: Record<string, string> = {
  wrong_code:
    'This code is not right, or was used already. Wait for the next one in your app and type that. If it keeps happening, check that the clock of your phone sets itself.',
  wrong_recovery_code:
    'This recovery code is not right, or was used already. Try another one from your list.',
  passkey_refused:
    'This passkey was not accepted. It may belong to another account, or the page was open for too long. Try again.',
  not_started: 'This page was open for too long. Scan the code that it shows now.',
  already_added: 'This was added already. Your list of second factors shows it.',
  too_many_passkeys: 'You have ten passkeys, which is the most. Remove one that you no longer use first.',
  no_factor: 'Recovery codes stand in for a passkey or an authenticator app. Add one of these first.',
  last_factor:
    'Your role works only with a second factor, and this is your last one. Add another passkey or authenticator app first.',
  not_confirmed: 'The password is not right. Try again.',
  not_confirmed_with_code:
    'The password or the code is not right, or the code was used already. Wait for the next code and try again.',
  other_way: 'Say who you are with your second factor: a passkey, or your password and a code.',
  no_such_person: 'Nobody has an account with this address. Check it with the person.',
  own_account: 'This is about you. Other officers decide on it.',
  nothing_to_reset: 'This person has no second factor: they sign in with their password and add one.',
  reset_open: 'A reset is under way for this person already. The list shows it.',
  reset_over: 'This reset is over: it was stopped, or carried out.',
  already_approved: 'Another officer has approved this already.',
  same_officer: 'You asked for this reset. Another officer has to approve it.',
};

const sentences: Record<string, ReactNode> = {
  ...stepUpRefusal,
  ...factors,
  not_admitted: 'The address or the password is not right. Check both and try again.',
  no_place:
    'Your account belongs to no organisation any more. Ask its owner to invite you again, or sign up with a new one.',
  wrong_password: 'This is not the password. Check it and try again.',
  address_taken:
    'This address has an account already, so nothing was changed. Sign in with it, or choose a new password for it.',
  same_address: 'This is your address already. Enter another one, or leave it as it is.',
  last_owner:
    'You are the only owner of an organisation that has other people. Make one of them an owner first; then you can close your account.',
  already_closed: 'This account is closed already.',
};

/** "in 40 seconds", "in 12 minutes". */
function soon(seconds: number) {
  if (seconds < 90) return `in ${seconds} seconds`;
  return `in ${Math.ceil(seconds / 60)} minutes`;
}

/** What the door's no means, and what to do about it. */
export function refusalText(refusal: string) {
  const [name = '', seconds] = refusal.split(':');
  if (name === 'too_many') return `That was tried too often. Try again ${soon(Number(seconds))}.`;
  return sentences[name] ?? 'This is not possible now.';
}
