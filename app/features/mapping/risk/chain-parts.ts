import type { RiskModel } from '#app/features/scheme/model.ts';

import type { ActorKind, Chain, ChainNode, ChainPayment } from '../chain/model.ts';
import { chainPartNames, type Part } from './model.ts';
import { meanOf, type Counted } from './reckoning.ts';
import { tiersOf } from './tiers.ts';

/** Who needs a licence to recruit or to place workers, wherever they work. */
const licensedKinds: readonly ActorKind[] = ['sub_agent', 'recruiter', 'destination_agency'];

type Measured = { value: number; known: boolean };
type ChainPart = (typeof chainPartNames)[number];

/** A worker paid, or somebody says so without knowing how much; nought, or money back, is no fee. */
export const isWorkerPaid = ({ payer, amount }: ChainPayment) =>
  payer === 'worker' && (amount === null || !Number.isFinite(amount) || amount > 0);

const mean = (counted: Counted, model: RiskModel): Measured => ({
  value: meanOf(counted, model.unknown),
  known: counted.unknown === 0,
});

const count = <T>(all: readonly T[], of: (each: T) => keyof Counted | undefined): Counted => {
  const counted = { bad: 0, good: 0, unknown: 0 };
  for (const each of all) {
    const kind = of(each);
    if (kind) counted[kind] += 1;
  }
  return counted;
};

/** A hand-over with nothing in writing, or through an introducer, is informal; the worker's own home is no party. */
function informal({ edges }: Chain, kinds: Map<string, ChainNode>, model: RiskModel) {
  return mean(
    count(edges, ({ from, contract }) => {
      const kind = kinds.get(from)?.kind;
      if (kind === 'place') return undefined;
      if (kind === 'introducer' || contract === 'spoken' || contract === 'none') return 'bad';
      return contract === 'written' ? 'good' : 'unknown';
    }),
    model,
  );
}

function unlicensed(nodes: readonly ChainNode[], model: RiskModel): Measured {
  const needing = nodes.filter(({ kind }) => licensedKinds.includes(kind));
  // Nobody who needs a licence is in it: there is none to miss.
  if (needing.length === 0) return { value: 0, known: true };
  const said = { yes: 'good', no: 'bad', unknown: 'unknown' } as const;
  return mean(
    count(needing, ({ licensed }) => said[licensed]),
    model,
  );
}

/** How much of what a chain should show nobody said. Payments are not counted here: to tell of a fee must never look like virtue. */
function opaque({ edges }: Chain, nodes: readonly ChainNode[]): Measured {
  const shown = (fact: boolean) => (fact ? 'good' : 'bad');
  const counted = count(
    [
      ...nodes.flatMap(({ country, withheld }) => [country !== null, !withheld]),
      ...edges.flatMap(({ workersAYear, contract, origin, destination }) => [
        workersAYear !== null,
        contract !== 'unknown',
        origin !== null && destination !== null,
      ]),
    ],
    shown,
  );
  return { value: meanOf(counted, 100), known: true };
}

/** One fee a worker paid is never better than not to know. */
function fees({ edges }: Chain, model: RiskModel): Measured {
  const payments = edges.flatMap((edge) => edge.payments);
  const paid = payments.filter(isWorkerPaid).length;
  const { first, each } = model.fee;
  if (paid > 0)
    return { value: Math.min(100, Math.max(model.unknown, first + each * (paid - 1))), known: true };
  const others = count(payments, ({ payer }) => {
    if (payer === 'worker') return undefined;
    return payer === 'unknown' ? 'unknown' : 'good';
  });
  return { value: meanOf(others, model.unknown), known: others.unknown === 0 && others.good > 0 };
}

/** What the chain itself says of risk, in five parts; a chain nobody described is unknown in each of them. */
export function chainPartsOf(chain: Chain, model: RiskModel, year: number | null): Part[] {
  const kinds = new Map(chain.nodes.map((node) => [node.id, node]));
  const nodes = [...kinds.values()].filter(({ kind }) => kind !== 'place');
  const measures: Record<ChainPart, () => Measured> = {
    tiers: () => ({ value: Math.min(100, model.perTier * tiersOf(chain)), known: true }),
    informal: () => informal(chain, kinds, model),
    unlicensed: () => unlicensed(nodes, model),
    opaque: () => opaque(chain, nodes),
    fees: () => fees(chain, model),
  };
  return chainPartNames.map((name) => {
    const blank = chain.edges.length === 0;
    const { value, known } = blank ? { value: model.unknown, known: false } : measures[name]();
    const source = blank ? null : 'Answers of the supply chain';
    return {
      name,
      key: null,
      value,
      weight: model.chainShares[name],
      source,
      year: blank ? null : year,
      known,
    };
  });
}
