import { StatusTag } from '#app/ui/status-tag.tsx';

import { standingNames, type Shown } from '../model.ts';

const tones = {
  declared: 'applicant',
  confirmed: 'certified',
  suspended: 'suspended',
  expired: 'withdrawn',
  revoked: 'suspended',
} as const satisfies Record<Shown, string>;

export const LicenceTag = ({ shown }: { shown: Shown }) => (
  <StatusTag tone={tones[shown]}>{standingNames[shown]}</StatusTag>
);
