import { StatusTag } from '#app/ui/status-tag.tsx';

import type { ClipStanding } from '../model.ts';
import { standingNames } from './words.ts';

const tones = {
  missing: 'neutral',
  checking: 'watch',
  stale: 'suspended',
  heard: 'certified',
} as const satisfies Record<ClipStanding, string>;

export const ClipTag = ({ standing }: { standing: ClipStanding }) => (
  <StatusTag tone={tones[standing]}>{standingNames[standing]}</StatusTag>
);
