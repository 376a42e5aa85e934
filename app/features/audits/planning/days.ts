import type { AuditType } from '../model.ts';

/** Named on every stored result: what was reckoned by another formula stays readable beside it. */
export const daysFormula = 'audit-days-1';

/** Days of stage 1 and stage 2 together by effective staff, up to and with each number (domain 2.4; ISO 9001's table). */
const base: readonly (readonly [staff: number, days: number])[] = [
  [5, 1.5],
  [10, 2],
  [15, 2.5],
  [25, 3],
  [45, 4],
  [65, 5],
  [85, 6],
  [125, 7],
  [175, 8],
  [275, 9],
  [425, 10],
  [625, 11],
];
/** Beyond the table: one day more for every so many people, begun ones counted. */
const staffADay = 250;

export const mostReduction = 30;
const leastInitial = 3;

export type DayInputs = {
  effectiveStaff: number;
  extraBranches: number;
  corridors: number;
  interviews: number;
  highRiskTiers: number;
  /** In per cent of the initial time; above 0 only with written reasons. */
  reductionPercent: number;
};

export function baseDays(staff: number) {
  const row = base.find(([most]) => staff <= most);
  const [lastStaff, lastDays] = base.at(-1) ?? [0, 0];
  return row ? row[1] : lastDays + Math.ceil((staff - lastStaff) / staffADay);
}

/** Part of the initial time (domain 2.4). Audits of a narrow scope count as a surveillance. */
export function shareOf(type: AuditType): { share: number; words: string } {
  if (type === 'stage1' || type === 'stage2') return { share: 1, words: 'Stage 1 and stage 2 together' };
  if (type === 'recertification') return { share: 2 / 3, words: 'Two thirds for a recertification' };
  return { share: 1 / 3, words: 'One third, as for a surveillance' };
}

/** Up to the next half day; the inner rounding keeps thirds from counting as a little more. */
const halfUp = (days: number) => Math.ceil(Math.round(days * 2 * 1e6) / 1e6) / 2;

/** Line by line, as it is shown and printed. */
export function workingOf(inputs: DayInputs) {
  const { effectiveStaff, extraBranches, corridors, interviews, highRiskTiers } = inputs;
  return [
    { what: `Base for ${effectiveStaff} effective staff`, days: baseDays(effectiveStaff) },
    { what: `${extraBranches} further branches, half a day each`, days: extraBranches / 2 },
    { what: `${corridors} corridors, half a day for each beyond the first`, days: (corridors - 1) / 2 },
    { what: `${interviews} interviews, eight a day`, days: interviews / 8 },
    { what: `${highRiskTiers} high-risk tiers of sub-agents, a day each`, days: highRiskTiers },
  ];
}

export function daysFor(inputs: DayInputs, type: AuditType) {
  const { reductionPercent } = inputs;
  const full = workingOf(inputs).reduce((sum, { days }) => sum + days, 0);
  // Full days are eighths, so that this product is exact: the database reckons the same.
  const reduced = Math.round(full * (100 - reductionPercent)) / 100;
  const initial = Math.max(leastInitial, reduced);
  const total = halfUp(initial * shareOf(type).share);
  return { full, initial, total, leastOnSite: Math.round(total * 80) / 100 };
}

/** A stored result with what it was reckoned from. */
export type Result = DayInputs & {
  formula: string;
  fullDays: number;
  initialDays: number;
  totalDays: number;
};

/** The stored result with its working, line by line; of another formula only what it came to. */
export function resultOf(made: Result, type: AuditType) {
  const { formula, fullDays, initialDays, totalDays, reductionPercent } = made;
  const reduced = reductionPercent > 0 ? `, reduced by ${reductionPercent} %` : '';
  return [
    ...(formula === daysFormula ? workingOf(made) : []),
    { what: 'Sum', days: fullDays },
    { what: `Initial time${reduced}, 3 days at least`, days: initialDays },
    { what: `${shareOf(type).words}, up to the next half day`, days: totalDays },
  ];
}
