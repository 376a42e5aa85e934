import type { Tone } from '#app/ui/status-tag.tsx';

import type { ChainEdge } from '../model.ts';
import { feesInWords, feesOn } from './fees.ts';
import { contractWords, heldInWords } from './words.ts';

/** How something is coloured, never without the words for it. */
export type Mark = { tone: Tone; text: string };

const byGravity: readonly Tone[] = ['suspended', 'watch', 'withdrawn', 'neutral', 'applicant', 'certified'];

export const gravestTone = (tones: readonly Tone[]): Tone =>
  byGravity.find((tone) => tones.includes(tone)) ?? 'neutral';

/** What the answers alone say of an edge, where nobody has judged it: the gravest first. */
export function markOfEdge(edge: ChainEdge, fromPlace: boolean): Mark {
  const fees = feesInWords(feesOn([edge]));
  if (fees) return { tone: 'suspended', text: `workers pay ${fees}` };
  if (edge.held.length > 0) return { tone: 'watch', text: heldInWords(edge.held) };
  if (!fromPlace && (edge.contract === 'none' || edge.contract === 'spoken')) {
    return { tone: 'watch', text: contractWords[edge.contract] };
  }
  const payers = edge.payments.map(({ payer }) => payer);
  if (payers.length > 0 && !payers.includes('unknown')) {
    return { tone: 'certified', text: 'workers pay nothing here' };
  }
  return { tone: 'neutral', text: 'who pays is unknown' };
}
