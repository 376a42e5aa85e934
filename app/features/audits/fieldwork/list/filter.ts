import { evidenceTypes, type EvidenceType } from '#app/features/scheme/model.ts';

import type { Conformity } from '../../model.ts';

/** What a list of indicators is asked for; it stands in the address. */
export const shown = ['all', 'open', 'nonconforming', 'conflict', 'finding'] as const;
export type Shown = (typeof shown)[number];
export type IndicatorFilter = { show: Shown; principle: string; evidence: EvidenceType | '' };

type Placed = { code: string; principleCode: string; evidenceTypes: readonly EvidenceType[] };
type Filtered = Placed & {
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

type Narrowing = Pick<IndicatorFilter, 'principle' | 'evidence'>;

const within = <I extends Placed>(indicators: readonly I[], { principle, evidence }: Narrowing) =>
  indicators.filter(
    (indicator) =>
      (principle === '' || indicator.principleCode === principle) &&
      (evidence === '' || indicator.evidenceTypes.includes(evidence)),
  );

/** The indicators asked for, and how many each other choice would show of the same principle and evidence. */
export function filtered<I extends Filtered>(indicators: readonly I[], filter: IndicatorFilter) {
  const narrowed = within(indicators, filter);
  const counts = Object.fromEntries(shown.map((choice) => [choice, narrowed.filter(passes[choice]).length]));
  return { chosen: narrowed.filter(passes[filter.show]), counts };
}

type Answered = Placed & Pick<Filtered, 'conformity'>;

/** Those without an answer, of the principle and evidence asked for, from this one on and then from the top. */
function openFrom<I extends Answered>(indicators: readonly I[], narrowing: Narrowing, code: string) {
  const here = indicators.findIndex((indicator) => indicator.code === code);
  return within([...indicators.slice(here + 1), ...indicators.slice(0, Math.max(here, 0))], narrowing).filter(
    (indicator) => !isAnswered(indicator),
  );
}

/** Where somebody goes on who saved an answer, within what they asked for. */
export const nextOpen = (indicators: readonly Answered[], narrowing: Narrowing, code: string) =>
  openFrom(indicators, narrowing, code)[0]?.code;

/**
 * What lies around one indicator: of its principle those asked for, itself always among them, and the ways on through all
 * that was asked for. An answer that takes it out of the list leaves its place in it.
 */
export function around<I extends Filtered>(indicators: readonly I[], filter: IndicatorFilter, code: string) {
  const { chosen } = filtered(indicators, filter);
  const here = indicators.findIndex((indicator) => indicator.code === code);
  const order = new Map(indicators.map((indicator, at) => [indicator.code, at]));
  const at = (indicator: I) => order.get(indicator.code) ?? 0;
  const open = openFrom(indicators, filter, code);
  return {
    neighbours: indicators.filter(
      (indicator) =>
        indicator.principleCode === indicators[here]?.principleCode &&
        (indicator.code === code || chosen.includes(indicator)),
    ),
    ways: {
      previous: chosen.findLast((indicator) => at(indicator) < here)?.code,
      next: chosen.find((indicator) => at(indicator) > here)?.code,
      previousOpen: open.at(-1)?.code,
      nextOpen: open[0]?.code,
    },
  };
}

/** What is asked for, as an address carries it; what is not asked for is left out. */
function queryOf(filter: IndicatorFilter) {
  const asked = Object.entries(filter).filter(([, value]) => value !== '' && value !== 'all');
  const query = new URLSearchParams(asked).toString();
  return query && `?${query}`;
}

/** The same list with another choice. */
export const addressOfList = (auditId: string, filter: IndicatorFilter) =>
  `/audits/${auditId}/indicators${queryOf(filter)}`;

/** One indicator of that list, or a page of its own under it; the list is not forgotten on the way. */
export const addressOfIndicator = (auditId: string, code: string, filter: IndicatorFilter, page = '') =>
  `/audits/${auditId}/indicators/${code}${page}${queryOf(filter)}`;
