import type { Chain, ChainEdge, Source } from '../chain/model.ts';
import { isWorkerPaid } from './chain-parts.ts';
import type { Hit, Indicator, Strength } from './model.ts';
import { heldStrength, partyHits } from './party-indicators.ts';
import { isWorkers, type Told } from './told.ts';
import { workerHits } from './worker-indicators.ts';

/** What in the answers and in the chain made of them points to forced labour, each with the answer that says so. */
export const indicatorsOf = (chain: Chain, told: readonly Told[]): Hit[] => [
  ...chain.edges.flatMap(edgeHits),
  ...told.flatMap((each) => (isWorkers(each) ? workerHits(each) : partyHits(each))),
];

/** Codes of `app/questionnaire/fee-categories.ts` that bind or threaten besides that they cost. */
const graver: Record<string, { indicator: Indicator; strength: Strength }> = {
  ILLICIT_BOND: { indicator: 'debt_bondage', strength: 'medium' },
  ILLICIT_COLLATERAL: { indicator: 'debt_bondage', strength: 'medium' },
  ILLICIT_EXTORTION_TRIBUTE: { indicator: 'intimidation_and_threats', strength: 'medium' },
};

const hit = (indicator: Indicator, strength: Strength, source: Source): Hit => ({
  ...{ indicator, strength, by: 'party', source },
});

function edgeHits({ held, payments, sources }: ChainEdge): Hit[] {
  const holding = held.flatMap((document) => {
    const strength = heldStrength[document];
    return strength ? sources.map((source) => hit('retention_of_identity_documents', strength, source)) : [];
  });
  const paying = payments.filter(isWorkerPaid).flatMap((payment) => {
    const proven = payment.receipt === 'yes' || payment.basis === 'documented';
    const besides = graver[payment.category];
    return [
      hit('recruitment_fees', proven ? 'strong' : 'medium', payment.source),
      ...(besides ? [hit(besides.indicator, besides.strength, payment.source)] : []),
    ];
  });
  return [...holding, ...paying];
}
