import { StatusTag } from '#app/ui/status-tag.tsx';

import { stateNames, type AuditState } from '../model.ts';

const tones = {
  scheduled: 'neutral',
  team_assigned: 'neutral',
  planned: 'applicant',
  in_progress: 'applicant',
  fieldwork_done: 'applicant',
  tech_review: 'watch',
  caps_open: 'watch',
  ready_for_decision: 'certified',
  closed: 'neutral',
  cancelled: 'withdrawn',
} as const satisfies Record<AuditState, string>;

export const StateTag = ({ state }: { state: AuditState }) => (
  <StatusTag tone={tones[state]}>{stateNames[state]}</StatusTag>
);
