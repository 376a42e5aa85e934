import { StatusTag } from '#app/ui/status-tag.tsx';

import type { Standing } from '../model.ts';
import { standingNames } from './words.ts';

const tones = {
  fresh: 'certified',
  due: 'watch',
  stale: 'suspended',
  withdrawn: 'withdrawn',
} as const satisfies Record<Standing, string>;

export const EntryTag = ({ standing }: { standing: Standing }) => (
  <StatusTag tone={tones[standing]}>{standingNames[standing]}</StatusTag>
);
