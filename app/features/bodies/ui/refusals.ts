import type { ReactNode } from 'react';

import { stepUpRefusal } from '#app/ui/form.tsx';

const texts: Record<string, ReactNode> = {
  ...stepUpRefusal,
  unknown_recruiter: 'No recruiter has this registration number or this exact name. Check the register.',
  several_recruiters: 'Several recruiters have this name. Enter the registration number instead.',
  begins_in_future: 'The first day has not come yet. Declare the tie when it begins, or check the day.',
  ends_in_future:
    'The last day has not come yet. Leave it open, and enter it when it is over: until then the tie goes on.',
  approval_past: 'The last day has passed already. Enter a later one.',
  approval_ended: 'This approval was ended already: somebody was here before you.',
  approval_expired: 'This approval has run out by itself. There is nothing to end.',
  not_their_role:
    'Reviewers are approved as reviewers, and auditors as auditors. Give this person the role in your body first.',
  already_asked: 'This approval was asked for already, and the scheme has not answered yet.',
  request_answered: 'This request was answered already: somebody was here before you.',
  not_witnessed:
    'Nobody leads audits without having been watched at one, with a satisfactory outcome, in the three years before. Record the witnessed audit first.',
  already_suspended: 'This approval is suspended already: somebody was here before you.',
  not_suspended: 'This approval is not suspended. Nothing was changed.',
  approval_not_in_force: 'This approval is not in force. Nothing was changed.',
  own_record: 'Nobody assesses themselves. A colleague of the body, or the scheme, records this of you.',
  assessed_in_future: 'The day of the assessment has not come yet. Check it.',
  witnessed_in_future: 'That day has not come yet. Record it when the audit was watched.',
  before_the_audit: 'This audit had not begun on that day. Check the day.',
  not_their_audit: 'This auditor took no part in that audit. Choose one from the list.',
  already_withdrawn: 'This was withdrawn already. Nothing was changed.',
  already_ended: 'This tie was ended already. Nothing was changed.',
  ended_before_declared:
    'You declared this tie as going on, so it cannot have ended before that day. Enter the day of your declaration or a later one.',
};

export const refusalText = (refusal: string) =>
  texts[refusal] ?? 'This cannot be done now. Go back and look at how things stand.';
