import { StatusTag, type Tone } from '#app/ui/status-tag.tsx';

import { scanNames, type Scan } from '../model.ts';

const tones: Record<Scan, Tone> = {
  quarantined: 'watch',
  clean: 'certified',
  infected: 'suspended',
  unscanned: 'neutral',
};

export const ScanTag = ({ scan }: { scan: Scan }) => (
  <StatusTag tone={tones[scan]}>{scanNames[scan]}</StatusTag>
);

export const WithdrawnTag = () => <StatusTag tone="withdrawn">Withdrawn</StatusTag>;
