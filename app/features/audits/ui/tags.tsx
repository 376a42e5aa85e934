import { StatusTag } from '#app/ui/status-tag.tsx';

import { stateNames, type AuditState } from '../model.ts';

const tones = {
  scheduled: 'neutral',
  team_assigned: 'neutral',
  planned: 'applicant',
  notified: 'applicant',
  postponed: 'watch',
  refused_by_auditee: 'suspended',
  in_progress: 'applicant',
  fieldwork_done: 'applicant',
  aborted: 'suspended',
  report_draft: 'applicant',
  fact_check: 'watch',
  tech_review: 'watch',
  report_final: 'watch',
  caps_open: 'watch',
  ready_for_decision: 'certified',
  failed: 'suspended',
  closed: 'neutral',
  cancelled: 'withdrawn',
} as const satisfies Record<AuditState, string>;

export const StateTag = ({ state }: { state: AuditState }) => (
  <StatusTag tone={tones[state]}>{stateNames[state]}</StatusTag>
);
