import { evidenceTypes, type EvidenceType } from '#app/features/scheme/model.ts';

import type { Conformity } from '../model.ts';

/** What a list of indicators is asked for; it stands in the address. */
export const shown = ['all', 'open', 'nonconforming', 'conflict', 'finding'] as const;
export type Shown = (typeof shown)[number];
export type IndicatorFilter = { show: Shown; principle: string; evidence: EvidenceType | '' };

type Filtered = {
  principleCode: string;
  evidenceTypes: readonly EvidenceType[];
  conformity: Conformity | null;
  findings: number;
  conflicts: number;
};

export const isAnswered = ({ conformity }: { conformity: Conformity | null }) =>
  conformity !== null && conformity !== 'come_back';

const passes: Record<Shown, (indicator: Filtered) => boolean> = {
  all: () => true,
  open: (indicator) => !isAnswered(indicator),
  nonconforming: ({ conformity }) => conformity === 'does_not_conform',
  conflict: ({ conflicts }) => conflicts > 0,
  finding: ({ findings }) => findings > 0,
};

/** What nobody offers asks for nothing. */
export function filterOf(address: string): IndicatorFilter {
  const asked = new URL(address).searchParams;
  return {
    show: shown.find((choice) => choice === asked.get('show')) ?? 'all',
    principle: (asked.get('principle') ?? '').slice(0, 20),
    evidence: evidenceTypes.find((type) => type === asked.get('evidence')) ?? '',
  };
}

/** The indicators asked for, and how many each other choice would show of the same principle and evidence. */
export function filtered<I extends Filtered>(
  indicators: readonly I[],
  { show, principle, evidence }: IndicatorFilter,
) {
  const within = indicators.filter(
    (indicator) =>
      (principle === '' || indicator.principleCode === principle) &&
      (evidence === '' || indicator.evidenceTypes.includes(evidence)),
  );
  const counts = Object.fromEntries(shown.map((choice) => [choice, within.filter(passes[choice]).length]));
  return { chosen: within.filter(passes[show]), counts };
}

/** The same list with another choice; what is not asked for is left out. */
export function addressOfList(auditId: string, filter: IndicatorFilter) {
  const asked = Object.entries(filter).filter(([, value]) => value !== '' && value !== 'all');
  const query = new URLSearchParams(asked).toString();
  return `/audits/${auditId}/indicators${query ? `?${query}` : ''}`;
}
