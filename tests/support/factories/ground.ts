import { emptyGroups } from '#app/features/audits/planning/sample.ts';

/** A small agency: ten interviews, three days. */
export const smallAgency = {
  ...{ effectiveStaff: 5, extraBranches: 0, corridors: 1, interviews: 10, highRiskTiers: 0 },
  ...{ reductionPercent: 0, reductionReason: '', offSiteDays: 0 },
};
export const fewWorkers = { ...emptyGroups, corridor: [{ name: 'NP-QA', workers: 40 }] };
