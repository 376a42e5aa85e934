import { StatusTag } from '#app/ui/status-tag.tsx';

import { stateNames, type State } from '../model.ts';

const tones = {
  draft: 'neutral',
  submitted: 'applicant',
  awaiting_payment: 'watch',
  under_review: 'applicant',
  deferred: 'watch',
  deferred_expired: 'suspended',
  rejected: 'suspended',
  accepted: 'certified',
  engaged: 'applicant',
  in_audit: 'applicant',
  decision_pending: 'applicant',
  certified: 'certified',
  refused: 'suspended',
  withdrawn: 'withdrawn',
  lapsed: 'withdrawn',
  appealed: 'watch',
  discarded: 'withdrawn',
} as const satisfies Record<State, string>;

export const StateTag = ({ state }: { state: State }) => (
  <StatusTag tone={tones[state]}>{stateNames[state]}</StatusTag>
);
