import type { Purpose } from '../model.ts';

export const sizeMeasures = ['staff', 'workers_placed'] as const;
export type SizeMeasure = (typeof sizeMeasures)[number];
export const sizeNames: Record<SizeMeasure, string> = {
  staff: 'staff',
  workers_placed: 'workers placed a year',
};

/** `sizeFrom`: holds from this size on, up to where the next line of its tier begins. */
export type FeeLine = {
  purpose: Purpose;
  tier: string;
  sizeFrom: number;
  amountMinor: number;
  currency: string;
};

export type FeeSchedule = {
  versionId: string;
  validFrom: string;
  sizeBy: SizeMeasure;
  /** Tier by country; `otherTier` for every country that is not named. */
  tiers: Record<string, string>;
  otherTier: string;
  lines: readonly FeeLine[];
};
