import type { ReactNode } from 'react';

import { stepUpRefusal } from '#app/ui/form.tsx';

const somebodyElse = 'Somebody else of the panel has to decide.';

const texts: Record<string, ReactNode> = {
  ...stepUpRefusal,
  audited_by_you: `You took part in an audit of this recruiter. People who audited a recruiter do not decide on it. ${somebodyElse}`,
  report_reviewed_by_you: `You reviewed a report of an audit of this recruiter, or sent one back. ${somebodyElse}`,
  finding_by_you: `You raised, checked or closed a finding about this recruiter. ${somebodyElse}`,
  application_reviewed_by_you: `You reviewed this application. ${somebodyElse}`,
  advised_by_you: `You trained or advised this recruiter within the last two years. ${somebodyElse}`,
  conflict_declared: `You declared something that ties you to this recruiter. ${somebodyElse}`,
  tied: `Something that you declared ties you to this recruiter, or did within the last two years. ${somebodyElse}`,
  refused_by_you: `You were among those who voted when this was refused, and an appeal against that was upheld. ${somebodyElse}`,
  appeal_decided_by_you: `You decided the appeal that brought this back. ${somebodyElse}`,
  declare_first: 'Declare first whether anything ties you to this recruiter. Then you read the package.',
  already_declared: 'You declared already. A conflict you found later can still be added.',
  not_decision_pending: 'This matter is not with the panel any more: somebody decided it before you.',
  matter_dropped:
    'What was asked was taken back, or the certificate has ended. There is nothing to decide any more.',
  vote_does_not_fit: 'Nothing is granted here. Refuse certification, or have the audit planned anew.',
  not_abandoned:
    'This audit was neither refused nor broken off, or what follows from it is recorded already.',
  audit_of_certificate:
    'This audit is one of a certificate. The certificate is suspended by what happened; look at its page.',
  application_not_in_audit: 'The application is not in audit any more. There is nothing to decide.',
  put_by_you: `You put this before the panel, or reviewed what is asked. ${somebodyElse}`,
  withdrawn: 'The certificate was withdrawn meanwhile. There is nothing to decide any more.',
  superseded: 'A new certificate took the place of this one meanwhile. There is nothing to decide any more.',
  transferred:
    'The certificate went to another audit body meanwhile, under a new number. There is nothing to decide any more.',
  expired:
    'The certificate has expired meanwhile. Where it may still be restored, that is before the panel as a matter of its own.',
  too_late: 'The months in which this certificate could be restored are over.',
  not_expired: 'The certificate has not expired: it is renewed, not restored.',
  not_suspended: 'The certificate is not suspended any more. There is nothing to lift.',
  suspended:
    'The certificate is suspended. Its suspension is lifted first; then it can be renewed, and its scope can grow.',
  ended_suspended:
    'The certificate was suspended when it ended, so it is not restored. Its holder may apply anew.',
  too_early: 'The months in which this certificate may be renewed have not begun.',
  not_audited: 'No final report of a recertification audit is behind this matter.',
  nothing_new: 'Everything asked for is in the scope already.',
  body_not_approved: 'The audit body is not approved for the country and every sector of the wider scope.',
  already_answered: 'The request for a wider scope was answered meanwhile.',
  meeting_closed:
    'The meeting on this matter is closed, and your vote came after it. It can be put on another meeting.',
  meeting_in_the_past: 'Votes have to count for a while: choose a day that is not over.',
  already_on_a_meeting: 'One of these matters stands on a meeting that is not closed yet.',
  meeting_closed_before: 'This meeting is closed already.',
  tied_officer: 'You have a tie to this recruiter: somebody else of the scheme settles its conditions.',
  condition_settled: 'Somebody settled this condition before you; what was said of it stands.',
  already_voted: 'You voted already, and a vote stands. The others decide with you.',
  package_changed:
    'The package changed after you opened it. This page shows it as it stands now: read it again, then send your vote again. Nothing you wrote is lost.',
  licence_lost:
    'A state licence that the certificate rests on is suspended or revoked. Nothing is granted before it stands again or another one of its country is confirmed.',
  too_soon_after_withdrawal:
    'A certificate of this recruiter was withdrawn or ended suspended, and the months before it may come back have not passed. Nothing is granted before.',
  remedy_not_opened:
    'Workers were harmed, and nobody has written down yet who they are and what they are owed. Nothing is granted before the audit team opens the remedy.',
  levy_owed: 'An annual levy of the holder is overdue. The suspension is lifted once it is paid.',
  grave_findings_open:
    'A critical or major finding is still open, or a minor one has no accepted plan yet. Nothing is granted before.',
  points_without_reasons: 'Say of each finding that is still open what you make of it.',
};

export const refusalText = (refusal: string) =>
  texts[refusal] ?? 'This cannot be done now. Look at the matter as it stands.';
