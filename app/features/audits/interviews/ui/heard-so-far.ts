import { corridorName } from '#app/platform/places.ts';

import { sectorName } from '#app/platform/industries.ts';

import { dimensionNames } from '../../planning/sample.ts';
import { sexNames, stageNames, wayNames, type Interview } from '../model.ts';
import { progressOf, type Planned } from '../progress.ts';
import { heardByGroup, type HeardGroup } from '../strata.ts';

/** How many were heard, of each stratum, and how many of them without the recruiter between: in words. */
export function heardSoFar(interviews: readonly Interview[], plan: Planned | null | undefined) {
  const { corridors, stages, sexes, heard, target, alone, aloneTarget } = progressOf(interviews, plan);
  const asked = aloneTarget === undefined ? 'at least a quarter should be' : `${aloneTarget} planned`;
  return [
    { term: 'All', value: ofPlan(heard, target) },
    ...corridors.map(({ of, planned, ...counts }) => ({ term: nameOf(of), value: inWords(counts, planned) })),
    ...stages.map(({ of, ...counts }) => ({ term: stageNames[of], value: inWords(counts) })),
    ...sexes.map(({ of, ...counts }) => ({ term: sexNames[of], value: inWords(counts) })),
    { term: wayNames.without_recruiter, value: `${alone} of ${heard} heard; ${asked}` },
  ];
}

type Plan = { strata: Parameters<typeof heardByGroup>[1] };

/** How many were heard of what the sample asks for beside corridors. */
export const groupWords = (interviews: readonly Interview[], plan: Plan | null | undefined) =>
  heardByGroup(interviews, plan?.strata ?? [])
    .filter(({ dimension, planned }) => dimension !== 'corridor' && planned > 0)
    .map(inGroup);

export const inGroup = ({ dimension, name, heard: done, planned }: HeardGroup) => ({
  term: `${dimensionNames[dimension]}: ${dimension === 'sector' ? sectorName(name) : name}`,
  value: ofPlan(done, planned),
});

const nameOf = (corridor: string) =>
  /^[A-Z]{2}-[A-Z]{2}$/.test(corridor) ? corridorName(corridor) : corridor;

const ofPlan = (heard: number, planned: number | undefined) =>
  planned === undefined ? `${heard} heard` : `${heard} heard of ${planned} planned`;

type Counts = { done: number; refused: number; unreachable: number };
/** Who refused or was not reached is named where there is anybody. */
const inWords = ({ done, refused, unreachable }: Counts, planned?: number) =>
  [
    ofPlan(done, planned),
    refused > 0 ? `${refused} refused` : '',
    unreachable > 0 ? `${unreachable} not reached` : '',
  ]
    .filter(Boolean)
    .join(', ');
