import type { ReactNode } from 'react';

import { stepUpRefusal } from '#app/ui/form.tsx';

const texts: Record<string, ReactNode> = {
  ...stepUpRefusal,
  already_begun: 'Your agency has an application under way already. Go on with that one.',
  too_soon_after_withdrawal:
    'Your certificate was withdrawn, or it is suspended. You may apply again twelve months after it was withdrawn or ended suspended, or three years after it was withdrawn for fraud. A suspension that is lifted before keeps you from nothing.',
  already_sent: 'This application is with the scheme: its answers stand as they were sent.',
  sections_missing: 'Some sections are not complete yet. Finish those marked open, then send.',
  partners_unnamed:
    'You said that others stand between you and the worker. Name at least one of each kind under Network, then send.',
  self_assessment_missing:
    'A completed self-assessment is part of every application. Complete one under Self-assessment, then send.',
  licence_scan_missing: 'Attach a scan of at least one licence, then send.',
  licence_scan_waiting:
    'The scan of the licence is still being checked for viruses, which takes a minute or two. Nothing is lost: send again then.',
  licence_ended: 'No licence on this application is valid today. Enter the renewal first.',
  answered_too_late: 'The day by which the scheme waited for your answer has passed.',
  not_under_review: 'This application is not in review any more: somebody decided it before you.',
  not_accepted: 'An audit body can be engaged once the application is accepted.',
  already_engaged: 'You have engaged this audit body already. Choose another, or leave it as it is.',
  audit_arranged:
    'Your audit body has begun to arrange your audit. Ask it to cancel what it arranged, then you may choose another.',
  body_stays:
    'Your audits go on with the audit body that began its work. Another takes its place only where somebody of it trained or advised you within two years.',
  no_such_audit_body: 'Choose one of the audit bodies in the list.',
  body_not_approved:
    'The scheme has not approved this audit body for your country and all of your sectors. Choose one that is.',
  body_advised:
    'Somebody of this audit body trained or advised you within two years, so it does not audit you. Choose another.',
  already_decided: 'The decision panel has decided already. You hear from it by mail.',
  declare_first: 'Say first whether anything ties you to this applicant. Then you may open and decide it.',
  conflicted: 'You declared a tie to this applicant. A colleague who has none reviews it.',
  already_declared: 'Your declaration stands as you made it. Only a tie you find later can be added.',
  gaps_open:
    'The checklist still has gaps. Tick them off when they are filled, or ask the applicant for what is missing.',
  answers_unsent:
    'The applicant changed answers after it sent them, and you have not seen those. Ask for more information, so that it sends them.',
  sent_again: 'The applicant sent it again after you opened this page. Look at what it sent, then check it.',
  no_such_officer: 'Choose one of the officers in the list.',
  nothing_to_appeal: 'There is no decision here that can be appealed against.',
  already_appealed: 'Your appeal is with the scheme already. You hear from us by mail.',
  appeal_too_late: 'The days in which this decision could be appealed against have passed.',
  already_decided_on_appeal: 'An appeal against this decision was decided already. That decision is final.',
  another_under_way: 'Your agency has begun a new application. Discard or withdraw that one first.',
  involved_in_decision:
    'You had a hand in what is appealed against, or declared a tie. Somebody who had none decides.',
  not_appealed: 'This appeal was decided already.',
  already_ended: 'This application has ended already.',
  file_type_refused:
    'This file is not a PDF or a photo (JPEG, PNG, WebP). Nothing was stored. Scan or photograph the licence, then choose that file.',
  file_too_large: 'This file is larger than 25 MB. Nothing was stored. Choose a smaller scan.',
  file_empty: 'This file is empty. Choose another one.',
  file_unreadable: 'This picture is damaged or far too large. Nothing was stored. Choose another one.',
  storage_unavailable:
    'The file could not be stored just now. Everything else you saved is safe. Choose the file again and send once more.',
  already_there: 'This very file is attached already.',
  file_missing: 'Choose a file first.',
};

export const refusalText = (refusal: string) =>
  texts[refusal] ?? 'This cannot be done now. Go back and look at the application as it stands.';
