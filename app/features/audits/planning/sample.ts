import { ok, refuse } from '#app/platform/result.ts';

/** Named on every stored result. */
export const sampleFormula = 'worker-sample-1';

export const dimensions = ['corridor', 'employer', 'sector', 'sex', 'sub_agent', 'stage'] as const;
export type Dimension = (typeof dimensions)[number];

export const dimensionNames: Record<Dimension, string> = {
  corridor: 'Corridor',
  employer: 'Employer',
  sector: 'Sector',
  sex: 'Sex',
  sub_agent: 'Sub-agent',
  stage: 'Stage',
};

/** What those are called who stand in none of the named groups. */
const rests: Record<Dimension, string> = {
  corridor: 'Other corridors',
  employer: 'Other or unknown employers',
  sector: 'Other or unknown sectors',
  sex: 'Not known',
  sub_agent: 'Without a sub-agent, or smaller ones',
  stage: 'Not known',
};

/** Whoever the papers say nothing of, and whoever is heard tells: nobody can be heard of such a group. */
export const isUnknown = (dimension: Dimension, name: string) =>
  (dimension === 'sex' || dimension === 'stage' || dimension === 'sector') && name === rests[dimension];

/** Workers of one group, deployed in the last 24 months or in process. */
export type Group = { name: string; workers: number };
export type Stratum = Group & { dimension: Dimension; least: number; interviews: number };
export type Groups = Record<Dimension, readonly Group[]>;

export const emptyGroups: Groups = {
  corridor: [],
  employer: [],
  sector: [],
  sex: [],
  sub_agent: [],
  stage: [],
};

const leastOfGroup = 3;

/** Workers in all: every worker went through one corridor. */
export const populationOf = ({ corridor }: Groups) => corridor.reduce((sum, { workers }) => sum + workers, 0);

/** Individual interviews by the number of workers alone (domain 2.4); nobody is asked twice. */
export function targetOf(population: number) {
  const tenth = population <= 200 ? Math.ceil(population / 10) : 0;
  return Math.min(population, Math.max(10, Math.ceil(1.5 * Math.sqrt(population)), tenth));
}

/** Three of each corridor, and of each sub-agent that supplied more than a tenth; fewer where there are fewer. */
export function leastOf(dimension: Dimension, workers: number, population: number) {
  const counts = dimension === 'corridor' || (dimension === 'sub_agent' && workers * 10 > population);
  return counts ? Math.min(leastOfGroup, workers) : 0;
}

/** The groups of a stored sample, to begin the next one with; who was in none is reckoned anew. */
export function groupsIn(strata: readonly (Group & { dimension: Dimension })[]): Groups {
  const of = (dimension: Dimension) =>
    strata
      .filter((one) => one.dimension === dimension && one.name !== rests[dimension])
      .map(({ name, workers }) => ({ name, workers }));
  return {
    corridor: of('corridor'),
    employer: of('employer'),
    sector: of('sector'),
    sex: of('sex'),
    sub_agent: of('sub_agent'),
    stage: of('stage'),
  };
}

/** Partners the recruiter's network names, by their dimension. */
export type Network = Record<'employer' | 'sub_agent', readonly string[]>;
const leastReasons = 20;

/** A sample that has no group of employers, or of sub-agents, although the network names some, says why. */
export function leaveOut(groups: Groups, network: Network, reasons: string) {
  const empty = (['employer', 'sub_agent'] as const).some(
    (dimension) => network[dimension].length > 0 && groups[dimension].every(({ workers }) => workers === 0),
  );
  if (!empty) return ok({ leftOut: null });
  return reasons.length < leastReasons ? refuse('network_left_out') : ok({ leftOut: reasons });
}

type Claim = Group & { least: number };

/** Shares out `target` in proportion, each group at least its least and at most itself (Sainte-Laguë's quotients). */
export function allocate(target: number, claims: readonly Claim[]) {
  const given = claims.map((claim) => ({ ...claim, interviews: claim.least }));
  const sum = () => given.reduce((all, { interviews }) => all + interviews, 0);
  while (sum() < target) {
    const open = given.filter(({ interviews, workers }) => interviews < workers);
    const quotient = ({ workers, interviews }: { workers: number; interviews: number }) =>
      workers / (2 * interviews + 1);
    const next = open.reduce<(typeof given)[number] | undefined>(
      (best, one) => (best && quotient(best) >= quotient(one) ? best : one),
      undefined,
    );
    if (!next) break;
    next.interviews += 1;
  }
  return given;
}

/** How many workers to interview, shared out along each dimension; a dimension nobody filled in is left out. */
export function sampleFor(groups: Groups) {
  const population = populationOf(groups);
  const claims = dimensions
    .map((dimension) => ({ dimension, groups: whole(dimension, groups[dimension], population) }))
    .filter((one) => one.groups.length > 0)
    .map(({ dimension, groups: named }) => ({
      dimension,
      claims: named.map((group) => ({ ...group, least: leastOf(dimension, group.workers, population) })),
    }));
  const minima = claims.map((one) => one.claims.reduce((sum, { least }) => sum + least, 0));
  const target = Math.max(targetOf(population), ...minima);
  const strata = claims.flatMap((one): Stratum[] =>
    allocate(target, one.claims).map((stratum) => ({ ...stratum, dimension: one.dimension })),
  );
  return { population, target, withoutHelp: Math.ceil(target / 4), strata };
}

/** The named groups, and who is in none of them. */
function whole(dimension: Dimension, named: readonly Group[], population: number) {
  const present = named.filter(({ workers }) => workers > 0);
  if (present.length === 0) return [];
  const rest = population - present.reduce((sum, { workers }) => sum + workers, 0);
  return rest > 0 ? [...present, { name: rests[dimension], workers: rest }] : present;
}

/** Dimensions whose groups hold more workers than there are: their numbers cannot be true. */
export const tooMany = (groups: Groups) =>
  dimensions.filter(
    (dimension) => groups[dimension].reduce((sum, { workers }) => sum + workers, 0) > populationOf(groups),
  );
