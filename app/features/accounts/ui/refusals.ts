const sentences: Record<string, string> = {
  not_admitted: 'The address or the password is not right. Check both and try again.',
  no_place:
    'Your account belongs to no organisation any more. Ask its owner to invite you again, or sign up with a new one.',
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
