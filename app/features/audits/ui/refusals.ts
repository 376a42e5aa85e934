import type { AuditState } from '../model.ts';
import { heardWords } from '../report/naming.ts';

/** What an audit is by now, for somebody whose page was older than that. */
const states: Record<`audit_is_${AuditState}`, string> = {
  audit_is_scheduled: 'Not everyone on the team has declared yet. The audit waits for that.',
  audit_is_team_assigned: 'The team is ready, but the audit is not planned yet.',
  audit_is_planned: 'The audit is planned, but has not begun.',
  audit_is_notified: 'The recruiter has been told of the audit, but it has not begun.',
  audit_is_postponed: 'The audit is postponed. It has to be planned again.',
  audit_is_refused_by_auditee: 'The recruiter refused this audit. What follows is for the scheme to decide.',
  audit_is_in_progress: 'Fieldwork of this audit is going on.',
  audit_is_fieldwork_done: 'Fieldwork of this audit is closed.',
  audit_is_aborted: 'The audit was broken off, or ended with its application.',
  audit_is_report_draft: 'The report is being written.',
  audit_is_fact_check: 'The recruiter is checking the facts of the report.',
  audit_is_tech_review: 'The report is with the technical reviewer.',
  audit_is_report_final: 'The report is final.',
  audit_is_caps_open: 'The report is final; corrective actions are open.',
  audit_is_ready_for_decision: 'The audit is finished and waits for the decision panel.',
  audit_is_closed: 'This audit is closed.',
  audit_is_failed: 'The audit failed: grave findings were not corrected in time. A new audit is needed.',
  audit_is_cancelled: 'This audit was cancelled.',
};

const others: Record<string, string> = {
  ...states,
  reason_needed: 'Say why: an audit is not cancelled without a reason.',
  sent_before:
    'This form was sent before with other answers, and those stand. Look at what is there by now; if this is another one, send it again from here and it is added beside the first.',
  member_tied:
    'Somebody on the team is tied to the recruiter. The audit goes on when they have been taken off the team.',
  not_tied: 'Nothing ties this person to the recruiter. Nobody leaves a team without a reason.',
  own_release: 'Nobody takes themselves off a team. The body’s reviewer or the scheme does.',
  tied_officer:
    'You have a tie to this recruiter, or had one within two years. Another officer answers this.',
  tied_to_candidate:
    'You have a tie to a recruiter whose certificate stands today, or had one within two years. Another officer draws.',
  no_candidates: 'No certificate stands today that is not drawn already. There is nothing to draw from.',
  more_than_stand: 'Fewer certificates stand today. Draw fewer of them.',
  not_drawn: 'This certificate was not drawn, or what was drawn is answered. Choose another cause.',
  drawn_unannounced: 'What was drawn is audited by a special audit that nobody is told of. Choose those two.',
  proposal_answered: 'This proposal was answered already: somebody was here before you.',
  reviewer_not_approved:
    'The scheme has not approved you as reviewer for today. Ask for the approval on your page among the auditors of your body; until then an approved colleague does this.',
  lead_not_approved:
    'The scheme has not approved whoever leads as lead auditor for today. Ask for the approval on the auditor’s page, or let a colleague who is approved schedule the audit.',
  auditor_not_approved:
    'Somebody on the team is not approved as auditor by the scheme today. Ask for the approval on their page, or leave them out.',
  team_not_approved:
    'Somebody on the team is not approved by the scheme on every day of the audit. Look at their approvals: one ends, begins later or is suspended.',
  team_lacks_languages:
    'Nobody on the team covers one of the languages this audit needs. Choose a colleague who does, or say below how it is done.',
  team_lacks_sectors:
    'Nobody on the team is recorded as competent in one of the recruiter’s sectors. Choose a colleague who is, or say below how it is done.',
  not_engaged:
    'The recruiter has no audit running with you: its application is not engaged, or has moved on.',
  already_scheduled: 'Somebody has scheduled this stage already. Open it from the list of audits.',
  stage1_first: 'Schedule stage 1 first: stage 2 builds on it.',
  stage1_open: 'Stage 2 can begin when stage 1 is closed.',
  stage1_not_ready: 'Stage 1 ended with “not ready”. Schedule stage 1 again before stage 2.',
  not_an_auditor: 'Somebody you chose is no longer an auditor of your audit body. Choose the team again.',
  conflict_declared_before:
    'Somebody on this team has declared a conflict of interest with this recruiter. Choose a team without them.',
  advised_recently:
    'Somebody on this team trained or advised this recruiter within two years. Choose a team without them.',
  body_advised:
    'Somebody of your body trained or advised this recruiter within two years, so your body does not audit it. The recruiter asks another body.',
  body_not_approved:
    'Your audit body is not approved today for the country and the sectors of this recruiter. Ask the scheme.',
  unannounced: 'The recruiter is not told of this audit, and so cannot object to its team.',
  not_on_team: 'This person is not on the team any more. Open the audit again.',
  already_objected: 'You objected to this person already. Each of the team can be objected to once.',
  objection_too_late: 'The days in which you could object to the team have passed.',
  objection_open: 'The recruiter objects to somebody on the team. Go on when that is answered.',
  declarations_open: 'Somebody on the team has still to declare whether there is a conflict of interest.',
  already_answered: 'This objection was answered already: somebody was here before you.',
  answerer_tied:
    'You have a tie to this recruiter, or had one within two years. Somebody else answers the objection.',
  on_team: 'You are on this team. Somebody who is not answers the objection.',
  successor_missing: 'Choose who takes the place: without the one who leaves, nobody leads this audit.',
  successor_on_team: 'The successor is on this team already. Choose somebody else.',
  tied: 'Somebody on this team has a tie to this recruiter, or had one within two years. Choose a team without them.',
  already_declared: 'You have declared already. A declaration stands as it was made.',
  starts_in_the_past: 'The first day has passed already. Choose today or a later day.',
  too_little_on_site: 'At least four fifths of the days are spent on site. Enter fewer days away from it.',
  days_not_calculated: 'Calculate the audit days first: the plan rests on them.',
  sample_not_planned: 'Plan the sample of workers first: the plan rests on it.',
  interviews_without_days:
    'The calculated days hold fewer interviews than the sample of workers asks for. Calculate the days again.',
  fewer_days_than_calculated:
    'These days, for this team, are fewer than the days on site that were calculated. Choose a later last day, or calculate again.',
  itinerary_outside_days:
    'The itinerary has lines on other days than those of the plan. Write it anew for these days.',
  itinerary_of_others: 'The itinerary names somebody who is not on the team any more. Write it anew.',
  ends_before_it_begins: 'A line of the itinerary ends before it begins. Correct its times.',
  nobody_of_the_team: 'A line of the itinerary has nobody of the team. Choose who is there.',
  auditor_in_two_places:
    'Somebody of the team would be in two places at the same time. Change the times, or who goes where.',
  window_missing: 'A semi-announced audit needs a window. Enter when it opens and closes.',
  days_outside_window:
    'The days of the audit are not inside the window. Choose other days, or a wider window.',
  window_tells_days: 'The window is no longer than the audit, and would tell its days. Choose a wider one.',
  programme_tells_less:
    'The programme of this certificate keeps more from the recruiter than this notice would tell. Choose one of those offered.',
  recruiter_knows: 'The recruiter knows of this audit already: it cannot become an unannounced one.',
  postponed_too_far:
    'The audit was postponed, and has to begin by the day named on its page. Choose an earlier one.',
  audit_held: 'This audit was held meanwhile. Open the audit.',
  forbidden: 'This takes a role that whoever asked does not have, or did not have any more.',
  suspended_for_it:
    'The certificate is suspended for this surveillance already, and more time would not change that. Once it is held, lift the suspension.',
  more_time_given: 'More time was given before, and is given once.',
  more_time_too_long: 'An audit is waited for until six months after its last day. Choose an earlier day.',
  late_without_reasons:
    'These days are behind the last day that the programme has for this audit. Choose earlier ones, or say why it is so late.',
  never_told_ahead: 'This audit is unannounced: nobody is told before it begins.',
  notice_too_short:
    'The first day is too near: the recruiter is to have the plan earlier than this. Choose later days in the plan, or give the reason why there is less time.',
  not_notified: 'The recruiter was never notified of this audit. Send the notice first.',
  before_told_day: 'The recruiter was told of a later day. An audit does not begin before it.',
  postponement_asked_before: 'You have asked already. An audit is postponed once at most.',
  no_postponement_asked: 'Nobody asks to postpone this audit, or the wish was answered already.',
  assessed_meanwhile:
    'Somebody saved this indicator while you were writing. Nothing of yours is lost: compare both below, then save again.',
  indicators_open: 'Some indicators have no answer yet, or are marked to come back to. Answer them first.',
  findings_missing:
    'An indicator does not conform and no finding says so. Raise one on each, an observation at least, or change the answer.',
  concerns_open: 'A concern of stage 1 was not looked at yet. Close each with a note, above the indicators.',
  misuses_open: 'A misuse of the certificate is not a finding yet. Raise each, then close the fieldwork.',
  sample_short:
    'Fewer workers were heard than the sample asks for. Hear more of them, or write the reasons, 20 characters at least.',
  taken_along:
    'Somebody took the audit along and has not sent since. Ask them, and wait until they have; or tick below what you close without.',
  away_reasons_missing:
    'Say why you do not wait for those who are away: whom you asked and what they answered, 20 characters at least.',
  principles_unseen:
    'No indicator of a principle has an answer. Answer one of each principle, or say why it is left out, 20 characters at least.',
  no_such_group:
    'This employer or sub-agent is no group of the sample plan with five workers at least. Choose from the list, or none.',
  network_left_out:
    'The recruiter’s network names employers or sub-agents, and the sample has no group of them. Enter their workers, or say why they are left out, 20 characters at least.',
  with_panel: 'The decision panel has this audit before it, and says what follows.',
  panel_decides:
    'What becomes of an application is for the decision panel to say. Put the audit before it, with what happened.',
  concerns_missing: 'Ready with concerns: name at least one that stage 2 is to look at.',
  ready_without_concerns:
    'You named concerns. Choose “ready, with concerns”, or remove them: stage 2 would not be shown them.',
  concern_closed: 'Somebody on the team closed this concern already.',
  not_stage2: 'Concerns of stage 1 are looked at in stage 2.',
  interviews_open:
    'A worker who was to be heard has no outcome yet. Write what was said, or record that the worker refused or was not reached.',
  effectiveness_open:
    'A corrected finding of an earlier audit was not looked at yet. Say of each whether its correction lasted.',
  conflicts_open:
    'Two people worded an indicator differently, and nobody has said yet what holds. Resolve the conflicts first.',
  conflict_changed:
    'Something changed while you were comparing. Look at both again; what you wrote stands below.',
  no_conflict: 'Nothing is in conflict here any more.',
  no_such_document: 'Choose from the documents in the list: one of those you named is not there any more.',
  no_such_indicator: 'This indicator does not belong to this audit’s standard.',
  note_missing: 'A note saying why is missing.',
  text_too_long: 'The note or the evidence is longer than 10,000 characters.',
  another_running:
    'An audit of this kind is under way with this recruiter. This one comes after it has ended.',
  entry_dropped: 'The certificate this audit belonged to has ended. Nothing is left to schedule.',
  window_not_open: 'It is too early: an audit is scheduled from sixty days before its first possible day.',
  certificate_ended: 'This certificate has ended, or has no programme. Nothing can be audited under it.',
  source_needed: 'Name the source of this cause, and its day.',
  cause_ahead: 'The day of the cause has not come yet.',
  day_passed: 'The last day has passed already. Choose today or a later day.',
  after_certificate: 'The certificate ends before that day. Choose an earlier one.',
  already_ordered: 'An audit of this kind with this last day is ordered already.',
  critical_finding_open:
    'A critical finding of this audit is open: the recruiter is not ready without a word on it. Choose another outcome, or see the finding closed first.',
  not_stage1: 'Only stage 1 ends with an outcome on readiness.',
  stage1_has_no_report: 'Stage 1 ends with its outcome; it has no report.',
  report_saved_meanwhile:
    'The report or a finding of it changed meanwhile. Nothing of yours is lost: read what stands by now, then send again.',
  report_incomplete: 'A part of the report is not written yet. Write every part first.',
  public_summary_names_team:
    'The public summary names somebody of the audit team. Say “the auditors” instead.',
  public_summary_names_recruiter:
    'The public summary names one of the recruiter’s people. Say “the agency” or the role instead.',
  public_summary_names_worker:
    'The public summary holds the key of an interview. Say “a worker” or “workers” instead.',
  public_summary_names_heard:
    'The report or its public summary names a worker who was heard, or their telephone number. Say “a worker” or “workers” instead.',
  public_summary_names_phone: 'The public summary holds a telephone number. Leave it out.',
  public_summary_names_email: 'The public summary holds an e-mail address. Leave it out.',
  major_suggested:
    'Several minor findings on one criterion suggest a major one. Raise it, or say on the audit’s page why they stay minor.',
  fact_check_over: 'The time for checking the facts is over. You can dispute a finding once it is issued.',
  fact_check_runs: 'The recruiter still has time to check the facts.',
  comment_answered:
    'This comment was answered meanwhile: the answer above stands as it was sent. What you wrote was not sent; copy it if you need it.',
  comments_unanswered:
    'A comment of the recruiter has no answer yet. The lead auditor answers it before the report becomes final.',
  finding_issued:
    'This finding is issued already and stands. Keep it as it is; the recruiter can dispute it.',
  reviewer_tied:
    'You are tied to this recruiter, or were within two years. Somebody else has to review this report.',
  interview_refused: 'This worker refused to speak. Nothing more is written down.',
  interview_done: 'This worker was heard already. The notes stand.',
  interview_written_meanwhile:
    'Somebody saved these notes while you were writing. Nothing of yours is lost: compare both below, then save again.',
  notes_name_worker:
    'The notes hold the worker’s name or telephone number. Write “the worker” instead: the notes stay when the name is destroyed.',
  unknown_interview:
    'A key of an interview you name (W- and a number) is none of this audit’s. Look it up in the list of interviews.',
  interviews_full: 'This audit has no free key for another worker.',
  reviewer_on_team: 'You were on the audit team. Somebody else has to review this report.',
};

const heard = (words: string | undefined) =>
  words &&
  `A worker who was heard is named here or can be called: “${words}”. Say “a worker” or “workers” instead, and use the key of the interview where you rest on one.`;

export const refusalText = (refusal: string) =>
  others[refusal] ??
  heard(heardWords(refusal)) ??
  'This is not possible now. Open the audit again to see why.';
