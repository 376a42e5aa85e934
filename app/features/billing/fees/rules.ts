import { ok, refuse } from '#app/platform/result.ts';

import type { Money, Purpose } from '../model.ts';
import type { FeeSchedule } from './model.ts';

export type Payer = { purpose: Purpose; country: string; size: number };

/** The fee of a schedule for one payer; undefined where no line fits. */
export function feeFor(
  { tiers, otherTier, lines }: FeeSchedule,
  { purpose, country, size }: Payer,
): Money | undefined {
  const tier = tiers[country] ?? otherTier;
  const [line] = lines
    .filter((each) => each.purpose === purpose && each.tier === tier && each.sizeFrom <= size)
    .sort((a, b) => b.sizeFrom - a.sizeFrom);
  return line && { amountMinor: line.amountMinor, currency: line.currency };
}

/** What is published cannot be taken back: no line twice, none for a tier no country is in. */
export function publish({ tiers, otherTier, lines }: FeeSchedule) {
  if (lines.length === 0) return refuse('no_lines');
  const keys = lines.map(({ purpose, tier, sizeFrom }) => `${purpose} ${tier} ${sizeFrom}`);
  if (new Set(keys).size < keys.length) return refuse('line_twice');
  const known = new Set([otherTier, ...Object.values(tiers)]);
  if (lines.some(({ tier }) => !known.has(tier))) return refuse('unknown_tier');
  return ok(lines);
}
