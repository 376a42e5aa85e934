import type { Mentions, StatedCorridor } from './mention.ts';
import type { ChainEdge, ChainPayment } from './model.ts';
import type { Amount, RouteSaid, WhyUnknown } from './months.ts';
import { codesAt, countryAt, numberAt, textAt, type Stored } from './reading/rows.ts';

type Journey = { origin: string; destination: string };
type Route = { payments: ChainPayment[]; workersAYear: number | null };

/** More ways than these from one village to a site are not ways people know. */
const mostRoutes = 100;

/** Each way a questionnaire describes, with what workers pay on it; a corridor without a way is one route. */
export function routesSaid(said: Mentions): RouteSaid[] {
  return journeysOf(said).flatMap((journey) => {
    const lost = hasLostPayments(said, journeysOf(said).length);
    const wages = wagesOf(said.corridors.filter((each) => isOf(journey, each)));
    return routesOf(said, journey).map(({ payments, workersAYear }): RouteSaid => {
      const { costs, unknown } = costsOf(payments);
      const why = unknown ?? (lost ? 'journey_unknown' : null) ?? (wages.length === 0 ? 'no_wage' : null);
      const responseId = said.nodes.find(({ respondent }) => respondent)?.source.responseId ?? '';
      return { responseId, ...journey, workersAYear, costs, wages, unknown: why };
    });
  });
}

const isOf = (
  { origin, destination }: Journey,
  each: { origin: string | null; destination: string | null },
) => each.origin === origin && each.destination === destination;

function journeysOf({ corridors, edges }: Mentions): Journey[] {
  const all = [...corridors, ...edges].flatMap(({ origin, destination }) =>
    origin === null || destination === null ? [] : [{ origin, destination }],
  );
  return [...new Map(all.map((each) => [`${each.origin}-${each.destination}`, each])).values()];
}

const isAside = ({ sources }: ChainEdge) => sources.every(({ path }) => path.startsWith('payments['));
const hasJourney = ({ origin, destination }: ChainEdge) => origin !== null && destination !== null;

/** Where one corridor alone is spoken of, what names none belongs to it. */
const hasLostPayments = ({ edges }: Mentions, journeys: number) =>
  journeys > 1 &&
  edges.some((edge) => !hasJourney(edge) && edge.payments.some(({ payer }) => payer === 'worker'));

/** Along each way from where it begins to where it ends; what stands aside of it is paid on every way. */
function routesOf(said: Mentions, journey: Journey): Route[] {
  const only = journeysOf(said).length === 1;
  const edges = said.edges.filter((edge) => isOf(journey, edge) || (only && !hasJourney(edge)));
  const aside = edges
    .filter((edge) => isAside(edge) || !hasJourney(edge))
    .flatMap(({ payments }) => payments);
  const way = edges.filter((edge) => !isAside(edge) && hasJourney(edge));
  const ends = new Set(way.map(({ to }) => to));
  const outOf = grouped(way);
  const routes: Route[] = [];
  const follow = (from: string, taken: ChainEdge[]) => {
    const next = (outOf.get(from) ?? []).filter((edge) => !taken.some(({ from: been }) => been === edge.to));
    if (routes.length >= mostRoutes) return;
    if (next.length === 0) {
      routes.push({
        payments: [...aside, ...taken.flatMap(({ payments }) => payments)],
        workersAYear: taken[0]?.workersAYear ?? null,
      });
    }
    for (const edge of next) follow(edge.to, [...taken, edge]);
  };
  for (const start of new Set(way.map(({ from }) => from))) if (!ends.has(start)) follow(start, []);
  return routes.length > 0
    ? routes
    : [{ payments: edges.flatMap((edge) => edge.payments), workersAYear: null }];
}

function grouped(edges: ChainEdge[]) {
  const outOf = new Map<string, ChainEdge[]>();
  for (const edge of edges) outOf.set(edge.from, [...(outOf.get(edge.from) ?? []), edge]);
  return outOf;
}

function costsOf(payments: ChainPayment[]): { costs: Amount[]; unknown: WhyUnknown | null } {
  const borne = payments.filter(({ payer }) => payer === 'worker');
  const costs = borne.flatMap(({ amount, currency, source }): Amount[] =>
    amount === null || (currency === null && amount > 0)
      ? []
      : [{ amount, currency: currency ?? '', source }],
  );
  if (payments.length === 0) return { costs, unknown: 'no_cost' };
  if (costs.length < borne.length) return { costs, unknown: 'amount_unknown' };
  return { costs, unknown: payments.some(({ payer }) => payer === 'unknown') ? 'payer_unknown' : null };
}

const wagesOf = (corridors: StatedCorridor[]): Amount[] =>
  corridors.flatMap(({ wage, wageCurrency, source }) =>
    wage === null || wage === 0 || wageCurrency === null
      ? []
      : [{ amount: wage, currency: wageCurrency, source: { ...source, path: `${source.path}.cor_wage` } }],
  );

/** What one worker says of their own way: the measure as it was meant. */
export function routeOfWorker(answers: Stored, responseId: string): RouteSaid | undefined {
  const [origin, destination] = [countryAt(answers, 'w_origin'), countryAt(answers, 'w_destination')];
  if (origin === null || destination === null) return undefined;
  const amount = (path: string, currency: string): Amount[] => {
    const [value, of] = [numberAt(answers, path), textAt(answers, currency)];
    return value === null || (of === null && value > 0)
      ? []
      : [{ amount: value, currency: of ?? '', source: { responseId, path } }];
  };
  const costs = amount('w_paid_total', 'w_paid_currency');
  const wages = amount('w_wage_actual', 'w_wage_currency').filter((each) => each.amount > 0);
  const paidFor = codesAt(answers, 'w_paid_for').length > 0;
  const noCost = costs.length > 0 ? null : paidFor ? 'amount_unknown' : 'no_cost';
  const unknown = noCost ?? (wages.length === 0 ? 'no_wage' : null);
  return { responseId, origin, destination, workersAYear: 1, costs, wages, unknown };
}
