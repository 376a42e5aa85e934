import { corridorName } from '#app/platform/places.ts';
import { Section, Summary } from '#app/ui/page.tsx';

import type { HeardGroup } from '../strata.ts';
import { inGroup } from './heard-so-far.ts';
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

/** Where the team alone reads: every other group that is short, by its name. */
export const ShortGroups = ({ groups }: { groups: readonly HeardGroup[] }) =>
  groups.length === 0 ? null : (
    <Section title="Groups of the sample with fewer than planned">
      <Summary items={groups.map(inGroup)} />
      <p className="text-sm text-ink-2">
        For the team alone. In the reasons, name no employer and no sub-agent: they could lead to a worker.
      </p>
    </Section>
  );

export const Sampled = ({ told }: { told: Told }) => (
  <Section title="Interviews with workers">
    <Summary items={sampledInWords(told)} />
  </Section>
);
