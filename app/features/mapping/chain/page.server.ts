import type { Company, Scope } from '#app/platform/scope.ts';

import { bands, type Band } from '../risk/model.ts';
import { listRisks } from '../risk/history/queries.server.ts';
import { bandNames } from '../risk/ui/words.ts';
import { findChain } from './chain.server.ts';
import { drawChain } from './draw.server.ts';
import { mapOf } from './map/corridors.ts';
import { theWorld } from './map/world.server.ts';
import { monthsOfPay } from './months.ts';
import type { Box } from './picture/picture.ts';
import { partyRows, stepRows } from './picture/tables.ts';
import type { Mark } from './picture/marks.ts';
import { routesSaid } from './routes-said.ts';

const tones: Record<Band, Mark['tone']> = {
  low: 'certified',
  medium: 'neutral',
  high: 'watch',
  very_high: 'suspended',
};
function markOf(said: string | null): Mark {
  const band = bands.find((each) => each === said) ?? 'medium';
  return { tone: tones[band], text: bandNames[band] };
}

/** As many as the risk of is shown beside a picture; the riskiest first. */
const mostMarked = 5000;

/** Everything the page of a chain shows: the picture, its tables, the map, and months of pay by corridor. */
export async function findChainPage(
  scope: Scope<Company>,
  { campaign, parties, steps }: { campaign: string | undefined; parties: number; steps: number },
) {
  const [chain, risks] = await Promise.all([
    findChain(scope, campaign),
    listRisks(scope, { limit: mostMarked }),
  ]);
  const marks = new Map(risks.flatMap(({ id, band }): [string, Mark][] => (id ? [[id, markOf(band)]] : [])));
  const known = new Set(risks.map(({ id }) => id));
  const href = ({ nodes }: Box) => {
    const [only] = nodes;
    return nodes.length === 1 && only && known.has(only) ? `/mapping/parties/${only}` : null;
  };
  const judged = { parties: marks, href };
  const corridors = chain.corridors.flatMap(({ origin, destination, workersAYear }) =>
    origin && destination ? [{ origin, destination, workersAYear, marks: [] }] : [],
  );
  const shares = new Map(
    chain.statements.map(({ shareId, nodes }) => [
      nodes.find(({ respondent }) => respondent)?.source.responseId ?? '',
      shareId,
    ]),
  );
  return {
    drawing: await drawChain(chain, judged),
    parties: partyRows(chain, judged, parties),
    steps: stepRows(chain, judged, steps),
    map: mapOf(corridors, theWorld()),
    months: monthsOfPay(chain.statements.flatMap((said) => routesSaid(said))),
    contradictions: chain.contradictions.length,
    /** Where each answer is read, by its response. */
    shares: Object.fromEntries(shares),
  };
}
