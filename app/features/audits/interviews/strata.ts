import { isSector } from '#app/platform/industries.ts';

import { isUnknown, type Dimension } from '../planning/sample.ts';
import type { Interview, Stratum } from './model.ts';

/** Whoever is in none of the groups a plan names. */
export const others = 'other';

/** A group of fewer workers is nobody's to be told apart by: it counts with the others. */
export const leastTold = 5;

type Planned = {
  dimension: Dimension;
  name: string;
  interviews: number;
  workers: number;
  /** The group's number within its plan, and all that an interview says of employer and sub-agent. */
  position: number;
};

const isCorridor = (name: string) => /^[A-Z]{2}-[A-Z]{2}$/.test(name);

const sexes: Record<string, Stratum['sex']> = {
  ...{ women: 'female', woman: 'female', female: 'female' },
  ...{ men: 'male', man: 'male', male: 'male' },
};
const stages: Record<string, Stratum['stage']> = {
  ...{ 'before departure': 'pre_departure', 'pre-departure': 'pre_departure' },
  ...{ 'abroad, six months or less': 'first_months', 'up to six months there': 'first_months' },
  ...{ 'up to six months': 'first_months', 'abroad, longer': 'later', longer: 'later', returned: 'returned' },
};
/** What the plan itself calls those in no named group. */
const rests = ['Other or unknown employers', 'Without a sub-agent, or smaller ones'];

/** What an interview of this group says of itself; the database counts by the same words. */
export function keyOf({ dimension, name, workers, position }: Planned): string {
  const word = name.trim().toLowerCase();
  switch (dimension) {
    case 'corridor':
      return isCorridor(name) ? name : others;
    case 'sector':
      return isSector(name) ? name : others;
    case 'sex':
      return sexes[word] ?? others;
    case 'stage':
      return stages[word] ?? others;
    case 'employer':
    case 'sub_agent':
      return workers < leastTold || rests.includes(name) ? others : String(position);
  }
}

export type Placed = Pick<Interview, 'corridor' | 'sector' | 'sex' | 'stage' | 'outcome'> & Groups;
type Groups = { employer?: number | null | undefined; subAgent?: number | null | undefined };

function placeOf(interview: Placed, dimension: Dimension): string {
  switch (dimension) {
    case 'employer':
      return interview.employer?.toString() ?? others;
    case 'sub_agent':
      return interview.subAgent?.toString() ?? others;
    case 'corridor':
    case 'sector':
    case 'sex':
    case 'stage':
      return interview[dimension];
  }
}

/** Each group of a plan somebody can be heard of, and how many were; groups that cannot be told apart are one. */
export function heardByGroup(interviews: readonly Placed[], strata: readonly Planned[]) {
  const groups = new Map<string, { dimension: Dimension; key: string; names: string[]; planned: number }>();
  for (const stratum of strata.filter(({ dimension, name }) => !isUnknown(dimension, name))) {
    const { dimension, name, interviews: planned } = stratum;
    const key = keyOf(stratum);
    const group = groups.get(`${dimension} ${key}`) ?? { dimension, key, names: [], planned: 0 };
    group.names.push(name);
    group.planned += planned;
    groups.set(`${dimension} ${key}`, group);
  }
  const done = interviews.filter(({ outcome }) => outcome === 'done');
  return [...groups.values()].map(({ dimension, key, names, planned }) => {
    const isOf = (interview: Placed) => {
      const place = placeOf(interview, dimension);
      return (groups.has(`${dimension} ${place}`) ? place : others) === key;
    };
    return { dimension, name: names.join(', '), planned, heard: done.filter(isOf).length };
  });
}
export type HeardGroup = ReturnType<typeof heardByGroup>[number];

/** Corridors are told apart from these. */
export const shortGroups = (interviews: readonly Placed[], strata: readonly Planned[]) =>
  heardByGroup(interviews, strata).filter(
    ({ dimension, planned, heard }) => dimension !== 'corridor' && heard < planned,
  );

/** The employers and sub-agents an interview may name: none that would tell a worker from fewer than four others. */
export const offeredIn = (strata: readonly Planned[], dimension: 'employer' | 'sub_agent') =>
  strata
    .filter((stratum) => stratum.dimension === dimension && keyOf(stratum) !== others)
    .map(({ position, name }) => ({ value: position, label: name }));

export type Offered = Record<'employer' | 'sub_agent', { value: number; label: string }[]>;
export const offeredOf = (strata: readonly Planned[]): Offered => ({
  employer: offeredIn(strata, 'employer'),
  sub_agent: offeredIn(strata, 'sub_agent'),
});
