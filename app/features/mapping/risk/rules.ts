import type { RiskModel } from '#app/features/scheme/model.ts';
import { addDays, type Day } from '#app/platform/calendar.ts';

import type { Chain } from '../chain/model.ts';
import { chainPartsOf } from './chain-parts.ts';
import {
  strengths,
  type Band,
  type Datum,
  type Hit,
  type Maturity,
  type Part,
  type RiskScore,
} from './model.ts';
import { pointsOf, rounded, unknownAs, weighted } from './reckoning.ts';

export type Place = 'origin' | 'destination' | 'sector';

/** All that a score is reckoned from. `averages`: of the data of each kind, where there are any. */
export type Assessed = {
  places: Record<Place, readonly Datum[]>;
  averages: Partial<Record<Place, number>>;
  chain: Chain;
  /** The year of the answers the chain is made of. */
  answeredIn: number | null;
  maturities: readonly Maturity[];
  hits: readonly Hit[];
};

/**
 * The score of one party (domain 3.4): inherent from origin, destination, sector and chain; control from maturities; residual
 * = inherent × (1 − 0.7 × control), and high at least where a grave indicator is strong. Always finite, from 0 to 100.
 */
export function scoreOf(model: RiskModel, assessed: Assessed, today: Day): RiskScore {
  const chainParts = chainPartsOf(assessed.chain, model, assessed.answeredIn);
  const parts = [
    ...(['origin', 'destination', 'sector'] as const).map((place) => placePart(model, assessed, place)),
    chainPart(model, chainParts),
  ];
  const controlParts = assessed.maturities.map((maturity) => controlPart(model, maturity));
  const inherent = weighted(parts) ?? model.unknown;
  const control = (weighted(controlParts) ?? 25 * model.unknownMaturity) / 100;
  const reckoned = inherent * (1 - model.controlEffect * control);
  const overrides = graveOf(model, assessed.hits);
  const residual = rounded(overrides.length > 0 ? Math.max(reckoned, model.bands.high) : reckoned);
  return {
    ...{ model: model.id, inherent: rounded(inherent), control: Math.round(control * 1000) / 1000 },
    ...{ reckoned: rounded(reckoned), residual, band: bandOf(model, residual) },
    ...{ parts, chainParts, controlParts, overrides },
    reviewDueOn: overrides.length > 0 ? addDays(today, model.reviewDays) : null,
  };
}

export function bandOf({ bands }: Pick<RiskModel, 'bands'>, residual: number): Band {
  if (residual >= bands.veryHigh) return 'very_high';
  if (residual >= bands.high) return 'high';
  return residual >= bands.medium ? 'medium' : 'low';
}

/** The riskiest of the countries or sectors counts: many safe journeys do not make a dangerous one safe. */
function placePart(model: RiskModel, { places, averages }: Assessed, place: Place): Part {
  const weight = model.shares[place];
  const unknown = unknownAs(model.unknown, pointsOf(averages[place] ?? null));
  const [worst] = places[place]
    .map((datum) => ({ ...datum, points: pointsOf(datum.value) }))
    .map((datum) => ({ ...datum, counts: datum.points ?? unknown }))
    .sort((a, b) => b.counts - a.counts || (a.key < b.key ? -1 : 1));
  if (!worst)
    return { name: place, key: null, value: unknown, weight, source: null, year: null, known: false };
  const { key, points, counts, source, year } = worst;
  const known = points !== null;
  const told = known ? { source, year } : { source: null, year: null };
  return { name: place, key, value: counts, weight, ...told, known };
}

const chainPart = ({ shares, unknown }: RiskModel, parts: readonly Part[]): Part => ({
  ...{ name: 'chain', key: null, value: weighted(parts) ?? unknown, weight: shares.chain },
  ...{ source: parts[0]?.source ?? null, year: parts[0]?.year ?? null },
  known: parts.every(({ known }) => known),
});

function controlPart({ unknownMaturity }: RiskModel, maturity: Maturity): Part {
  const { criterion, level, weight, source, year } = maturity;
  const known = level !== null && Number.isFinite(level);
  const counted = known ? Math.min(4, Math.max(0, level)) : unknownMaturity;
  const told = known ? { source, year } : { source: null, year: null };
  return { name: 'control', key: criterion, value: 25 * counted, weight, ...told, known };
}

/** Strong hits of grave indicators, each answer once. */
function graveOf({ grave }: RiskModel, hits: readonly Hit[]): Hit[] {
  const found = hits.filter(({ indicator, strength }) => strength === 'strong' && grave.includes(indicator));
  const once = new Map(found.map((hit) => [keyOf(hit), hit]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, hit]) => hit);
}

const keyOf = ({ indicator, source }: Hit) => [indicator, source.responseId, source.path].join('\n');

/** The strongest hit of each indicator, strongest first: what a page shows of eleven. */
export function strongestOf(hits: readonly Hit[]): Hit[] {
  const rank = ({ strength }: Hit) => strengths.indexOf(strength);
  const best = new Map<string, Hit>();
  for (const hit of [...hits].sort((a, b) => rank(a) - rank(b) || (keyOf(a) < keyOf(b) ? -1 : 1)))
    if (!best.has(hit.indicator)) best.set(hit.indicator, hit);
  return [...best.values()];
}
