/** The tables that belong to a finding; each has one writer, as all others of the house. */
export const ofFindings: Record<string, string> = {
  finding_evidence: 'features/audits',
  finding_containment: 'features/audits',
  finding_verification: 'features/audits',
  finding_verification_document: 'features/audits',
  finding_regrade: 'features/audits',
  finding_breakdown: 'features/audits',
  finding_breakdown_minor: 'features/audits',
  finding_dispute: 'features/audits',
  observation_look: 'features/audits',
  standing_look: 'features/audits',
  finding_effectiveness: 'features/audits',
  finding_last_day: 'features/audits',
  finding_escalation: 'features/audits',
  finding_resumption: 'features/audits',
  finding_of_misuse: 'features/audits',
};

/** Those of what workers read and ask, each in a drawer of its own. */
export const ofWorkers: Record<string, string> = {
  job_order: 'features/workers/jobs',
  help_entry: 'features/workers/help',
  wording_verdict: 'features/workers/wording',
  answer_clip: 'features/workers/clips',
};

/** Those of the mapping of supply chains: who is asked, what was answered, and what follows from it. */
export const ofMapping: Record<string, string> = {
  mapping_campaign: 'features/mapping',
  mapping_campaign_questionnaire: 'features/mapping',
  mapping_respondent: 'features/mapping',
  mapping_invitation: 'features/mapping',
  mapping_hand: 'features/mapping',
  mapping_response: 'features/mapping',
  mapping_answer: 'features/mapping',
  mapping_answer_version: 'features/mapping',
  mapping_copy: 'features/mapping',
  mapping_share: 'features/mapping',
  chain_statement: 'features/mapping',
  questionnaire_draft: 'features/mapping',
  supply_party: 'features/mapping',
  supply_mention: 'features/mapping',
  mapping_paper: 'features/mapping/papers',
  mitigation_action: 'features/mapping/actions',
  mitigation_step: 'features/mapping/actions',
  repayment_plan: 'features/mapping/actions',
  repayment_entry: 'features/mapping/actions',
  seen_response: 'features/mapping',
  seen_party: 'features/mapping',
  risk_input: 'features/mapping',
  standing_risk_input: 'features/mapping',
  corridor_entry: 'features/mapping',
  standing_corridor_entry: 'features/mapping',
  national_rule: 'features/mapping',
  standing_national_rule: 'features/mapping',
  voice_poster: 'features/mapping',
  voice_answer: 'features/mapping',
};
