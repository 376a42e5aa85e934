import type { Source } from './model.ts';

/** A number as it was answered, and where. */
export type Amount = { amount: number; currency: string; source: Source };

export const whyUnknown = [
  'no_cost',
  'amount_unknown',
  'payer_unknown',
  'journey_unknown',
  'no_wage',
  'currencies_differ',
] as const;
export type WhyUnknown = (typeof whyUnknown)[number];

/** What one route cost one worker and what a month at its end pays, as one respondent says. */
export type RouteSaid = {
  responseId: string;
  origin: string;
  destination: string;
  workersAYear: number | null;
  costs: Amount[];
  wages: Amount[];
  unknown: WhyUnknown | null;
};

export type RouteMonths = RouteSaid & { months: number | null };

export type CorridorMonths = {
  /** `NP-QA` */
  corridor: string;
  /** Of the routes that are known, by their workers where all say how many; null where none is known. */
  months: number | null;
  least: number | null;
  most: number | null;
  known: number;
  unknown: number;
  routes: RouteMonths[];
};

/** How many of `to` one of `from` is worth; undefined where nobody has given a rate. */
export type Rate = (from: string, to: string) => number | undefined;

/**
 * Months of pay to get the job, by corridor: what the worker bore for the recruitment ÷ a month's income at the destination
 * (SDG indicator 10.7.1), both as the same respondent says. Nothing is estimated: what is not known stays unknown and is
 * counted. What was paid back later is not taken off: it had to be found first.
 */
export function monthsOfPay(said: readonly RouteSaid[], rate: Rate = () => undefined): CorridorMonths[] {
  const corridors = new Map<string, RouteMonths[]>();
  for (const route of said) {
    const corridor = `${route.origin}-${route.destination}`;
    corridors.set(corridor, [...(corridors.get(corridor) ?? []), routeMonths(route, rate)]);
  }
  return [...corridors].map(([corridor, routes]) => summed(corridor, routes));
}

function routeMonths(route: RouteSaid, rate: Rate): RouteMonths {
  if (route.unknown) return { ...route, months: null };
  const currency = route.wages[0]?.currency;
  if (currency === undefined) return { ...route, months: null, unknown: 'no_wage' };
  const inWage = (each: Amount) =>
    each.currency === currency ? each.amount : each.amount * (rate(each.currency, currency) ?? NaN);
  const cost = route.costs.reduce((sum, each) => sum + (each.amount === 0 ? 0 : inWage(each)), 0);
  const wage = route.wages.reduce((sum, each) => sum + inWage(each), 0) / route.wages.length;
  if (!Number.isFinite(cost) || !Number.isFinite(wage)) {
    return { ...route, months: null, unknown: 'currencies_differ' };
  }
  const months = cost / wage;
  return Number.isFinite(months) ? { ...route, months } : { ...route, months: null, unknown: 'no_wage' };
}

function summed(corridor: string, routes: RouteMonths[]): CorridorMonths {
  const known = routes.flatMap(({ months, workersAYear }) =>
    months === null ? [] : [{ months, workersAYear }],
  );
  const counted = known.every(({ workersAYear }) => workersAYear !== null && workersAYear > 0);
  const weights = known.map(({ workersAYear }) => (counted ? (workersAYear ?? 1) : 1));
  const all = weights.reduce((sum, each) => sum + each, 0);
  const months = known.map((each) => each.months);
  const mean = months.reduce((sum, each, place) => sum + each * ((weights[place] ?? 0) / all), 0);
  return {
    corridor,
    months: known.length === 0 ? null : mean,
    least: known.length === 0 ? null : Math.min(...months),
    most: known.length === 0 ? null : Math.max(...months),
    known: known.length,
    unknown: routes.length - known.length,
    routes,
  };
}
