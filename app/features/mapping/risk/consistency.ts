import type { Chain, ChainEdge, ChainPayment, Source } from '../chain/model.ts';
import { isWorkerPaid } from './chain-parts.ts';
import type { Contradiction } from './model.ts';
import { isWorkers, numberIn, rowsIn, textIn, type Told } from './told.ts';

/** `zeroFee`: corridors such as `NP-QA` in which no worker may be charged anything. */
export type Asked = { chain: Chain; told: readonly Told[]; zeroFee: ReadonlySet<string> };

/** Answers that do not go together (domain 3.1), each with the answers it rests on. None of them proves anything by itself. */
export const contradictionsOf = (asked: Asked): Contradiction[] => [
  ...agencyFees(asked.chain),
  ...asked.told.flatMap(ownAgencyFees),
  ...paidInZeroFee(asked),
  ...asked.told.filter(isWorkers).flatMap(wageNotAsPromised),
  ...moreTiers(asked.told),
  ...unlicensedActors(asked.chain),
  ...identicalAnswers(asked.told.filter(isWorkers)),
];

const corridorOf = ({ origin, destination }: Pick<ChainEdge, 'origin' | 'destination'>) =>
  origin && destination ? `${origin}-${destination}` : null;

const groupedBy = <T>(all: readonly T[], keyOf: (each: T) => string) => {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
};

const borneByOthers = ['employer', 'brand', 'state'];
const atHome = ['pre_recruitment', 'pre_departure'];

const isAgencyFee = ({ category, payer }: ChainPayment) =>
  category.startsWith('FEE_') && (payer === 'employer' || payer === 'brand');
/** What somebody must pay at home before a worker can leave, and neither employer nor state does. */
const isOriginCost = ({ category, payer, stage }: ChainPayment) =>
  category.startsWith('COST_') && !borneByOthers.includes(payer) && stage !== null && atHome.includes(stage);

/**
 * The agency is paid less than what it lawfully spends at home: somebody else pays, most likely the worker. By corridor and
 * currency; of several who report the same costs the highest sum counts, not all of them together.
 */
function agencyFees({ edges }: Chain): Contradiction[] {
  const all = edges.flatMap((edge) =>
    edge.payments
      .filter(({ amount, currency }) => amount !== null && amount > 0 && currency !== null)
      .map((payment) => ({ ...payment, corridor: corridorOf(edge) })),
  );
  const groups = groupedBy(all, ({ corridor, currency }) => `${corridor ?? ''} ${currency ?? ''}`);
  return [...groups.values()].flatMap((payments) => {
    const fees = payments.filter(isAgencyFee);
    const costs = payments.filter(isOriginCost);
    if (fees.length === 0 || highest(fees) >= highest(costs)) return [];
    const sources = [...fees, ...costs].map(({ source }) => source);
    return [{ test: 'agency_fee_below_costs' as const, about: payments[0]?.corridor ?? null, sources }];
  });
}

/** The same where one party tells both sums itself. */
const ownAgencyFees = ({ responseId, answers }: Told): Contradiction[] =>
  rowsIn(answers, 'agency_fees').flatMap(({ row, at }) => {
    const [paid, cost] = [numberIn(row, 'fee_paid'), numberIn(row, 'fee_true_cost')];
    if (paid === null || cost === null || paid >= cost) return [];
    const [origin, destination] = [textIn(row, 'fee_origin'), textIn(row, 'fee_destination')];
    const sources = ['fee_paid', 'fee_true_cost'].map((column) => ({ responseId, path: at(column) }));
    return [{ test: 'agency_fee_below_costs', about: corridorOf({ origin, destination }), sources }];
  });

/** The highest sum that any one response reports. */
const highest = (payments: readonly ChainPayment[]) =>
  [...groupedBy(payments, ({ source }) => source.responseId).values()]
    .map((group) => group.reduce((sum, { amount }) => sum + (amount ?? 0), 0))
    .reduce((most, sum) => Math.max(most, sum), 0);

function paidInZeroFee({ chain, told, zeroFee }: Asked): Contradiction[] {
  const fromChain = chain.edges.flatMap((edge) =>
    edge.payments.filter(isWorkerPaid).map(({ source }) => ({ corridor: corridorOf(edge), source })),
  );
  const fromWorkers = told
    .filter((each) => isWorkers(each) && (numberIn(each.answers, 'w_paid_total') ?? 0) > 0)
    .map(({ responseId, answers }) => ({
      corridor: corridorOf({
        origin: textIn(answers, 'w_origin'),
        destination: textIn(answers, 'w_destination'),
      }),
      source: { responseId, path: 'w_paid_total' },
    }));
  const paid = [...fromChain, ...fromWorkers].flatMap(({ corridor, source }) =>
    corridor !== null && zeroFee.has(corridor) ? [{ corridor, source }] : [],
  );
  return [...groupedBy(paid, ({ corridor }) => corridor)].map(([about, all]) => ({
    ...{ test: 'paid_in_zero_fee_corridor', about },
    sources: all.map(({ source }) => source),
  }));
}

function wageNotAsPromised({ responseId, answers }: Told): Contradiction[] {
  const [promised, actual] = [numberIn(answers, 'w_wage_promised'), numberIn(answers, 'w_wage_actual')];
  if (promised === null || actual === null || promised === actual) return [];
  const sources = ['w_wage_promised', 'w_wage_actual'].map((path) => ({ responseId, path }));
  return [{ test: 'wage_not_as_promised', about: null, sources }];
}

const between = ['introducer', 'sub_agent', 'recruiter', 'destination_agency'];

/** Workers met more people on their way than any party that described it. */
function moreTiers(told: readonly Told[]): Contradiction[] {
  const described = told
    .filter((each) => !isWorkers(each))
    .map(({ responseId, answers }) => {
      const steps = rowsIn(answers, 'steps');
      const tiers = steps.filter(({ row }) => between.includes(textIn(row, 'step_kind') ?? ''));
      const sources = tiers.map(({ at }): Source => ({ responseId, path: at('step_kind') }));
      return { asked: steps.length > 0, sources };
    })
    .filter(({ asked }) => asked);
  if (described.length === 0) return [];
  const most = described.reduce((so, { sources }) => Math.max(so, sources.length), 0);
  const more = told
    .filter((each) => isWorkers(each) && (numberIn(each.answers, 'w_tiers') ?? 0) > most)
    .map(({ responseId }): Source => ({ responseId, path: 'w_tiers' }));
  if (more.length === 0) return [];
  const sources = [...more, ...described.flatMap((each) => each.sources)];
  return [{ test: 'more_tiers_by_workers', about: null, sources }];
}

function unlicensedActors({ nodes, edges }: Chain): Contradiction[] {
  const without = nodes.filter(({ kind, licensed }) => licensed === 'no' && kind !== 'place');
  const touched = groupedBy(
    edges.flatMap((edge) => [...new Set([edge.from, edge.to])].map((id) => ({ id, sources: edge.sources }))),
    ({ id }) => id,
  );
  return without.map(({ id }) => ({
    ...{ test: 'unlicensed_actor', about: id },
    sources: (touched.get(id) ?? []).flatMap(({ sources }) => sources),
  }));
}

/** So many answers must be alike, from so many people, before it looks as if somebody told them what to say; proposed. */
const leastAnswers = 8;
const leastPeople = 3;

function identicalAnswers(workers: readonly Told[]): Contradiction[] {
  const long = workers
    .map(({ responseId, answers }) => ({ responseId, given: givenIn(answers) }))
    .filter(({ given }) => given.length >= leastAnswers);
  return [...groupedBy(long, ({ given }) => JSON.stringify(given)).values()]
    .filter((alike) => alike.length >= leastPeople)
    .map((alike) => ({
      ...{ test: 'identical_answers', about: null },
      sources: alike.map(({ responseId }) => ({ responseId, path: '' })),
    }));
}

const givenIn = (answers: Told['answers']) =>
  Object.entries(answers)
    .filter(([, answer]) => answer !== null && answer !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
