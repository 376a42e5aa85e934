import type { ReactNode } from 'react';

import { stepUpRefusal } from '#app/ui/form.tsx';

const texts: Record<string, ReactNode> = {
  ...stepUpRefusal,
  sent_before:
    'This form was sent before with other answers, and those stand. Look at what is there by now; if this is another one, send it again from here and it is added beside the first.',
  already_suspended:
    'This certificate is suspended already: somebody suspended it before you. Its page says since when and why.',
  already_under_watch: 'This certificate is under watch already.',
  special_untold:
    'The recruiter does not know of the special audit yet, and the watch would tell of it. Place it once the audit was told or has begun.',
  not_under_watch: 'This certificate is not under watch.',
  not_suspended:
    'This certificate is not suspended: somebody lifted the suspension before you, or it never was.',
  panel_lifts:
    'A suspension for this reason is lifted by the decision panel. Put it before the panel, with your reasons.',
  officer_lifts:
    'A suspension for this reason needs no panel: lift it yourself once its papers are in order.',
  already_open: 'This suspension is before the panel already.',
  panel_extends: 'An audit was ordered for this request. The panel answers it once the audit is done.',
  audit_ordered: 'An audit was ordered for this request already.',
  with_the_panel: 'This request is before the panel. The panel answers it.',
  day_passed: 'The last day of the audit has passed. Choose a later one.',
  after_certificate: 'The certificate ends before that day. Choose an earlier one.',
  change_far: 'That day is more than a year ahead. Tell of the change when it is nearer.',
  suspended: 'This certificate is suspended. Lift the suspension or withdraw the certificate.',
  withdrawn: 'This certificate was withdrawn, and that is final. The recruiter may apply anew.',
  came_back: 'The recruiter came back with another certificate since. What is found now is said of that one.',
  appeal_open:
    'An appeal against this withdrawal is open. Wait until it is decided: if it is dismissed, the graver reason can be put then.',
  superseded: 'A new certificate took the place of this one. Look at the new one.',
  transferred: 'This certificate moved to another audit body and goes on under a new number.',
  expired:
    'This certificate has ended meanwhile. It comes back when it is restored in time, or by a new application.',
  not_covered: 'Something ticked is not in the scope any more: somebody reduced it before you.',
  nothing_reduced: 'Everything is still ticked. Take the tick away from what leaves the scope.',
  seen_later: 'The day on which it was seen has not come yet. Look at the date.',
  already_confirmed: 'This was said already, or nothing was asked of this use. Its page shows what stands.',
  use_over: 'This use is over by now. If you took it down, say so.',
  use_ended: 'This use is over already: its page says why.',
  use_not_granted: 'The use you chose was never granted to this holder. Choose one of the list, or none.',
  audit_over: 'The findings of this audit are no longer open. Tell the scheme what you saw.',
  not_recorder: 'Whoever recorded this misuse adds what shows it. Record what you saw yourself.',
  misuse_raised:
    'This misuse is a finding by now, and what shows it stands as it was raised. Add more to the indicator in the audit.',
  same_file: 'This very file shows this misuse already.',
  files_enough: 'Twenty files show this misuse already. Put several pages into one PDF next time.',
  holder_has_none: 'This recruiter has no certificate that stands, so none was misused.',
  no_certificate: 'You have no certificate that could change.',
  already_asked: 'You have asked for this already. Wait for the answer, then ask again.',
  review_over: 'The days of this review are over. The recruiter may ask again.',
  former_work_open: 'The former body still has work open on this certificate. It is finished there first.',
  nothing_new: 'Everything asked for is in the scope already.',
  already_answered: 'Somebody answered this before you. The certificate shows what was decided.',
  tied: 'You have a tie to this recruiter: somebody else answers.',
  declare_first:
    'Declare first whether anything ties you to this recruiter. Only then is there something to read.',
  already_declared: 'You have declared already, and that declaration stands.',
  reviewer_not_approved:
    'The scheme has not approved you as a reviewer of your body for today. Ask for the approval, or leave this to a colleague who has it.',
  holder_has_grave_finding: 'A critical or major finding of the holder is open. It is closed first.',
  answered_first:
    'Your certificate is suspended for what was done to workers or found in an audit. It is not given back before that is answered: correct it, or appeal. If nothing is answered, the certificate ends by its clock.',
  licence_lost:
    'A state licence that the certificate rests on is suspended or revoked. It stands again, or another one of its country is confirmed, first.',
  surveillance_owed: 'The surveillance it was suspended for is not held yet. It is held first.',
  surveillance_in_time: 'No surveillance of this certificate is late. Choose another reason.',
  levy_owed: 'An annual levy of the holder is overdue. It is paid first.',
  body_not_approved:
    'The audit body is not approved for the country and every sector of this scope, or has the certificate already.',
  body_advised:
    'People of that audit body trained or advised this recruiter within two years, so it does not audit it. Another body is asked.',
  nothing_left:
    'At least one corridor, sector and office has to stay. If nothing stays, withdraw the certificate.',
};

export const refusalText = (refusal: string) =>
  texts[refusal] ?? 'This cannot be done now. Look at the certificate as it stands.';
