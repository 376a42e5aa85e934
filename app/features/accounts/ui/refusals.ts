const sentences: Record<string, string> = {
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
