/** Into 0 to 100; what is no number is what nobody knows. */
export const pointsOf = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : Math.min(100, Math.max(0, value));

export const rounded = (value: number) => Math.round(value * 10) / 10;

/** What an unknown counts as: worse than an average, and never better than the average of what is known here. */
export const unknownAs = (unknown: number, average: number | null) => Math.max(unknown, average ?? 0);

/** Things that are either bad (100), good (0), or nobody knows. */
export type Counted = { bad: number; good: number; unknown: number };

/** Their mean, with each unknown counted as worse than the mean of the others; reckoned from counts, so that no order matters. */
export function meanOf({ bad, good, unknown }: Counted, unknownPoints: number): number {
  const known = bad + good;
  const each = unknownAs(unknownPoints, known > 0 ? (100 * bad) / known : null);
  return known + unknown === 0 ? unknownPoints : (100 * bad + each * unknown) / (known + unknown);
}

/** A weight that can be reckoned with; sums of larger ones would leave the numbers there are. */
const weightOf = (weight: number) => (Number.isNaN(weight) ? 0 : Math.min(1e6, Math.max(0, weight)));

/** The mean by weights; nothing where nothing weighs. */
export function weighted(parts: readonly { value: number; weight: number }[]): number | null {
  const total = parts.reduce((sum, { weight }) => sum + weightOf(weight), 0);
  if (total === 0) return null;
  return pointsOf(parts.reduce((sum, { value, weight }) => sum + value * weightOf(weight), 0) / total);
}
