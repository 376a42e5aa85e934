import type { Strength } from './model.ts';

/** Hours a week: 48 and 12 of overtime; beyond 72 nothing is left of a day off. Proposed. */
const mostHours = 60;
const excessiveHours = 72;
/** A wage is well below what was said where a fifth of it is missing; proposed. */
const wellBelow = 0.8;

/** How strongly a wage falls short of what was said; null where it does not, or one of them is not known. */
export function shortOf(said: number | null, actual: number | null): Strength | null {
  if (said === null || actual === null || actual >= said) return null;
  return actual < wellBelow * said ? 'strong' : 'medium';
}

/** How strongly the hours of a week point to excessive overtime; null where they do not. */
export function hoursStrength(actual: number | null, agreed: number | null): Strength | null {
  if (actual === null) return null;
  if (actual > excessiveHours) return 'strong';
  if (actual > mostHours) return 'medium';
  return agreed !== null && actual > agreed ? 'weak' : null;
}
