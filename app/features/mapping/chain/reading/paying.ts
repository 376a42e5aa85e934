import type { Mention, Mentions } from '../mention.ts';
import {
  bases,
  payers,
  receiptAnswers,
  stages,
  type ChainEdge,
  type ChainPayment,
  type Source,
} from '../model.ts';
import type { Alike } from './alike.ts';
import { codeAt, numberAt, rowsAt, textAt, type Stored } from './rows.ts';

type Around = { answers: Stored; self: Mention; sourceAt: (path: string) => Source; alike: Alike };
type Journey = { origin: string | null; destination: string | null };

/** Puts each payment on the edge on which its payee stands; without one, on an edge of its own from the worker's home. */
export function withPayments(said: Mentions, { answers, self, sourceAt, alike }: Around): Mentions {
  const nodes = [...said.nodes];
  const edges = said.edges.map((edge) => ({
    ...edge,
    payments: [...edge.payments],
    sources: [...edge.sources],
  }));
  for (const { row, path } of rowsAt(answers, 'payments')) {
    const journey = journeyOf(textAt(row, 'pay_corridor'));
    const payee = payeeOf(textAt(row, 'pay_to'), nodes, alike);
    const edge = edgeOf(payee, journey, edges) ?? ownEdge();
    edge.payments.push(paymentOf(row, { payee: payee?.key ?? null, source: sourceAt(path()) }));

    function ownEdge() {
      const home =
        homeOf(journey, { ...said, nodes, edges }) ??
        unnamedHome(journey, { self, source: sourceAt(path()) });
      if (!nodes.includes(home)) nodes.unshift(home);
      const to = payee && payee !== home ? payee : self;
      const own = emptyEdge(home, { to, journey, source: sourceAt(path()) });
      const before = edges.find(({ id }) => id === own.id);
      if (before) before.sources.push(...own.sources);
      else edges.push(own);
      return before ?? own;
    }
  }
  return { ...said, nodes, edges };
}

function journeyOf(corridor: string | null): Journey {
  const [origin, destination] =
    /^\s*([A-Za-z]{2})\s*(?:-|–|→|>)\s*([A-Za-z]{2})\s*$/.exec(corridor ?? '')?.slice(1) ?? [];
  const code = (each: string | undefined) => each?.toUpperCase() ?? null;
  return { origin: code(origin), destination: code(destination) };
}

const payeeOf = (name: string | null, nodes: Mention[], alike: Alike) =>
  name === null ? undefined : nodes.find((each) => each.name !== '' && alike(each.name, name));

const isOn = (journey: Journey, edge: ChainEdge) =>
  (journey.origin === null || edge.origin === journey.origin) &&
  (journey.destination === null || edge.destination === journey.destination);

/** The payee's way on; where it ends with the payee, the way to them. */
function edgeOf(payee: Mention | undefined, journey: Journey, edges: ChainEdge[]) {
  if (!payee) return undefined;
  const [from, to] = [
    edges.filter((edge) => edge.from === payee.key),
    edges.filter((edge) => edge.to === payee.key),
  ];
  const onIt = (edge: ChainEdge) => isOn(journey, edge);
  const anyIfUnknown = (edge: ChainEdge) => edge.origin === null && edge.destination === null;
  return from.find(onIt) ?? to.find(onIt) ?? from.find(anyIfUnknown) ?? to.find(anyIfUnknown);
}

function homeOf(journey: Journey, { nodes, edges }: Mentions) {
  const homes = nodes.filter(({ kind }) => kind === 'place');
  if (journey.origin === null) return homes[0];
  return homes.find(
    ({ key, country }) =>
      country === journey.origin || edges.some((edge) => edge.from === key && edge.origin === journey.origin),
  );
}

function unnamedHome({ origin }: Journey, { self, source }: { self: Mention; source: Source }): Mention {
  return {
    ...self,
    key: `${source.responseId}:home[${origin ?? ''}]`,
    kind: 'place',
    ...{ name: '', country: origin, place: null, licensed: 'unknown', licence: null, respondent: false },
    source,
  };
}

const emptyEdge = (
  home: Mention,
  { to, journey, source }: { to: Mention; journey: Journey; source: Source },
): ChainEdge => ({
  id: `${home.key}>${to.key}@payments:${journey.origin ?? ''}-${journey.destination ?? ''}`,
  ...{ from: home.key, to: to.key, ...journey },
  ...{ workersAYear: null, contract: 'unknown', held: [], payments: [] },
  sources: [source],
});

const paymentOf = (row: Stored, { payee, source }: Pick<ChainPayment, 'payee' | 'source'>): ChainPayment => ({
  category: textAt(row, 'pay_category') ?? '',
  amount: numberAt(row, 'pay_amount'),
  currency: textAt(row, 'pay_currency'),
  payer: codeAt(row, 'pay_payer', payers) ?? 'unknown',
  payee,
  stage: codeAt(row, 'pay_stage', stages) ?? null,
  receipt: codeAt(row, 'pay_receipt', receiptAnswers) ?? 'unknown',
  basis: codeAt(row, 'pay_basis', bases) ?? null,
  source,
});
