import { corridorName } from '#app/platform/places.ts';
import { Section, Summary } from '#app/ui/page.tsx';

import { otherCorridors, type Sampled as Counted } from '../progress.ts';

/** With the reasons for hearing fewer, where fieldwork was closed with some. */
export type Told = Counted & { reasons: string | null };

const nameOf = (corridor: string) =>
  corridor === otherCorridors ? 'On the other corridors' : `Corridor ${corridorName(corridor)}`;

/** How many workers were heard of those planned: numbers, of nobody's words or name. */
export const sampledInWords = (told: Told) => [
  { term: 'Workers heard', value: `${told.heard} of ${told.target} planned` },
  {
    term: 'Without the recruiter’s help',
    value: `${told.alone} of at least ${told.aloneTarget} planned`,
  },
  { term: 'Tried, and not heard', value: `${told.refused} refused, ${told.unreachable} not reached` },
  ...told.short.map(({ corridor, planned, heard }) => ({
    term: nameOf(corridor),
    value: `${heard} of ${planned} planned`,
  })),
  ...(told.reasons === null ? [] : [{ term: 'Why fewer than planned', value: told.reasons }]),
];

export const Sampled = ({ told }: { told: Told }) => (
  <Section title="Interviews with workers">
    <Summary items={sampledInWords(told)} />
  </Section>
);
