const texts: Record<string, string> = {
  unknown_recruiter: 'No recruiter has this registration number or this exact name. Check the register.',
  several_recruiters: 'Several recruiters have this name. Enter the registration number instead.',
  ends_in_future:
    'The last day has not come yet. Leave it open, and enter it when it is over: until then the tie goes on.',
  approval_past: 'The last day has passed already. Enter a later one.',
  approval_ended: 'This approval was ended already: somebody was here before you.',
  approval_expired: 'This approval has run out by itself. There is nothing to end.',
  already_ended: 'This tie was ended already. Nothing was changed.',
  ended_before_declared:
    'You declared this tie as going on, so it cannot have ended before that day. Enter the day of your declaration or a later one.',
};

export const refusalText = (refusal: string) =>
  texts[refusal] ?? 'This cannot be done now. Go back and look at how things stand.';
