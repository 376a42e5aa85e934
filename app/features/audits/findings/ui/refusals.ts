import { refusalText as auditRefusalText } from '../../ui/refusals.ts';
import type { FindingState } from '../model.ts';

/** What a finding is by now, for somebody whose page was older than that. */
const states: Record<`finding_is_${FindingState}`, string> = {
  finding_is_raised: 'This finding is not issued yet: the report is not final.',
  finding_is_issued: 'This finding is issued, and nothing was answered yet.',
  finding_is_disputed: 'This finding is disputed, and waits for the audit body’s answer.',
  finding_is_awaiting_cap: 'This finding waits for the recruiter’s plan.',
  finding_is_cap_submitted: 'A plan was sent and waits for the auditor’s answer.',
  finding_is_cap_returned: 'The plan was returned; the recruiter is changing it.',
  finding_is_cap_accepted: 'The plan is accepted; evidence comes next.',
  finding_is_evidence_submitted: 'Evidence was sent and waits for the auditor’s answer.',
  finding_is_evidence_rejected: 'The evidence was rejected; the recruiter is preparing other evidence.',
  finding_is_verified: 'The evidence is verified already.',
  finding_is_closed: 'This finding is closed.',
  finding_is_withdrawn: 'This finding was withdrawn.',
};

const others: Record<string, string> = {
  ...states,
  report_sent:
    'Others read this finding in the report by now. When the reviewer has returned the report, it can be withdrawn.',
  misuse_raised: 'Somebody on the team raised this misuse already. Look at the findings of this audit.',
  not_in_stage1: 'Stage 1 raises no findings. The next audit does.',
  only_critical_in_stage1:
    'Stage 1 raises critical findings alone. Name anything else as a concern when you record its outcome: stage 2 looks at it.',
  no_containment:
    'How the harm was stopped is answered by now, or asks for no answer any more: above stands what was said.',
  containment_unanswered: 'Say first whether the harm is stopped, as the recruiter says. Then this goes on.',
  nothing_to_contain: 'An observation needs no answer.',
  target_after_close: 'The day is later than this finding may stay open. Choose an earlier one.',
  another_round: 'A newer one was sent since you opened this page. Read it before you answer.',
  remedy_not_planned:
    'Workers were harmed. Say in the plan what they are owed, who gets it, and how they are asked whether they have it.',
  harm_needs_action: 'Workers were harmed. Nothing of that is left as it is: send a plan.',
  grade_needs_action: 'Only a minor finding is left without action. Send a plan.',
  no_action_planned: 'The recruiter plans nothing, and says why. Accept that reason, or return it.',
  action_planned: 'The recruiter planned an action. Accept that plan, or return it.',
  remedy_open:
    'Workers were harmed, and are not made whole yet. The finding is verified and closed once its remedy is complete.',
  grade_needs_reasons:
    'The indicator names a graver grade, or workers were harmed and the finding is minor. Choose the graver grade, or say why the lesser one holds.',
  no_harm: 'This finding is not marked as harm to workers, so there is nothing to make good.',
  remedy_opened: 'The remedy of this finding was opened before.',
  remedy_not_opened: 'The remedy of this finding is not opened yet. The audit team opens it.',
  remedy_completed: 'This remedy is complete. Nothing is added to it any more.',
  seen_before_evidence:
    'This day is before the evidence came. Look at what was sent, and enter the day you did.',
  no_such_evidence: 'Tick documents that came as evidence of this finding.',
  no_document_at_desk:
    'At the desk you look at documents: tick which. If none came, return the evidence, or verify it on site or by workers.',
  no_place: 'Say where you saw it.',
  nobody_confirmed: 'Say how many workers confirm it, of how many affected.',
  more_confirmed_than_affected: 'More workers confirm than are affected. Look at the numbers.',
  affected_as_in_remedy:
    'The remedy of this finding counts another number of workers affected. Enter that one.',
  not_yet: 'This day is still to come. Enter the day it happened.',
  no_amount: 'Enter an amount above zero in the currency of the item, such as 1,250.',
  more_than_affected: 'More workers would be made whole than were affected. Look at the number of workers.',
  nobody_made_whole: 'Say how many workers got back what was taken.',
  no_such_item: 'Choose one of the items that are owed.',
  more_than_owed: 'This is more than is still owed for this item.',
  no_such_entry: 'Choose one of the entries of this ledger.',
  corrected_before: 'This entry was taken back before.',
  made_whole_already:
    'Workers counted with this entry are made whole already. Take back those payments first.',
  paid_already: 'Something was paid for this item already. Take back those payments first.',
  team_corrects: 'What is owed, and to how many, the audit team corrects.',
  no_such_document: 'Choose one of your own documents.',
  one_proof: 'You chose a document and a file. One of them shows this payment: leave the other out.',
  asked_more_than_affected: 'More workers were asked than are affected. Look at the numbers.',
  confirmed_more_than_asked: 'More workers confirm than were asked. Look at the numbers.',
  workers_confirm: 'Workers paid: that they have their money back is confirmed by workers.',
  no_breakdown:
    'Somebody has said already what these minor findings mean, or too few of them are left: above stands what is known. What you wrote was not sent; copy it if you need it.',
  not_of_criterion: 'Choose an indicator of this criterion on which a minor finding was raised.',
  no_such_declaration: 'Choose one of the answers the recruiter gave in its application.',
  looked_already: 'Somebody of this audit said already what became of this observation.',
  no_earlier_observation: 'This is no observation of an earlier audit.',
  raise_graver: 'Choose the grade it has now: critical, major or minor.',
  not_told: 'What this observation became is not told yet.',
  still_so: 'Nobody found this observation gone.',
  judged_already: 'Somebody said already whether this correction lasted.',
  not_closed_before: 'This finding is not closed, so there is no correction to look at yet.',
  not_overdue: 'The day has not passed yet.',
  not_announced: 'What follows for the certificate was not announced in time yet.',
  escalated_already:
    'The day was missed and the finding was escalated already. More time is not given any more.',
  extended_already:
    'This finding was given more time already, which happens once: above stands by whom, and why. What you wrote was not sent; copy it if you need it.',
  nothing_runs: 'Nothing is due from the recruiter at the moment, so there is nothing to give more time for.',
  not_later: 'Choose a day that is later than the one it is due now, and not in the past.',
  too_much_time: 'This is more than the whole time the grade allows. Choose an earlier day.',
  nothing_grave: 'No grave finding of this audit is open.',
  contain_first: 'Say first how the harm was stopped. Then you can dispute the finding.',
  disputed_before: 'This finding was disputed before. That happens once.',
  dispute_too_late: 'The days for disputing this finding are over.',
  own_finding: 'You raised this finding. Somebody else of your audit body has to answer.',
  desk_is_not_enough: 'A critical finding is verified on site or by workers, never from documents alone.',
  grade_changed_since:
    'The grade changed since this was proposed, because a day was missed. Dismiss it and propose again.',
  regrade_open: 'A new grade is proposed for this finding. It has to be approved or dismissed first.',
  same_grade: 'The finding has this grade already. Choose another one.',
  dispute_answered:
    'This dispute was answered meanwhile: above your answer stands how, and by whom. What you wrote was not sent; copy it if you need it.',
  no_regrade:
    'This proposal was answered meanwhile: above your answer stands what was said and by whom. What you wrote was not sent; copy it if you need it.',
  own_regrade: 'You proposed this grade. Somebody else of your audit body has to answer.',
  another_proposal: 'Another grade is proposed by now. Read it before you answer.',
  on_team: 'You were at this audit. Somebody else of your audit body has to close it.',
  tied_to_recruiter:
    'You are tied to this recruiter, or were within two years. Somebody else of your audit body has to do this.',
  harm_is_no_observation: 'Workers were harmed. Such a finding is no observation.',
  same_person: 'You verified this finding. Somebody else has to close it.',
};

export const refusalText = (refusal: string) => others[refusal] ?? auditRefusalText(refusal);
