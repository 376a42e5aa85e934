import { ok, refuse } from '#app/platform/result.ts';

/** A package the panel may decide: `auditedBy` is everyone who audited, scheduled, reported or reviewed. */
export type Package = { applicationState: string; auditedBy: readonly string[]; decided: boolean };

/** Whoever had a hand in the audit does not decide on it (domain 2.1, 2.6). */
export function decide({ applicationState, auditedBy, decided }: Package, decider: string) {
  if (auditedBy.includes(decider)) return refuse('audited_by_you');
  if (decided || applicationState !== 'decision_pending') return refuse('not_decision_pending');
  return ok({ decider });
}
