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
