import { refusalText as auditRefusalText } from '../../ui/refusals.ts';
import { mostReturns, type FindingState } from '../model.ts';

/** What a finding is by now, for somebody whose page was older than that. */
const states: Record<`finding_is_${FindingState}`, string> = {
  finding_is_raised: 'This finding is not issued yet: the report is not final.',
  finding_is_issued: 'This finding is issued, and nothing was answered yet.',
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
  nothing_to_contain: 'An observation needs no answer.',
  target_after_close: 'The day is later than this finding may stay open. Choose an earlier one.',
  another_round: 'A newer one was sent since you opened this page. Read it before you answer.',
  escalate: `The plan was returned ${mostReturns} times, and that is the most. Accept it, or take it up with the scheme’s officer: they decide how to go on.`,
  desk_is_not_enough: 'A critical finding is verified on site or by workers, never from documents alone.',
  regrade_open: 'A new grade is proposed for this finding. It has to be approved or dismissed first.',
  same_grade: 'The finding has this grade already. Choose another one.',
  no_regrade: 'No new grade is proposed for this finding, or it was answered already.',
  own_regrade: 'You proposed this grade. Somebody else of your audit body has to answer.',
  another_proposal: 'Another grade is proposed by now. Read it before you answer.',
  same_person: 'You verified this finding. Somebody else has to close it.',
};

export const refusalText = (refusal: string) => others[refusal] ?? auditRefusalText(refusal);
