import { sexes, workerStages, type Interview } from './model.ts';

type Counted = Pick<Interview, 'corridor' | 'stage' | 'sex' | 'reached' | 'outcome'>;

const countOf = <Of extends string>(of: Of, within: readonly Counted[]) => ({
  of,
  all: within.length,
  done: within.filter(({ outcome }) => outcome === 'done').length,
  refused: within.filter(({ outcome }) => outcome === 'refused').length,
  unreachable: within.filter(({ outcome }) => outcome === 'unreachable').length,
});

/** What the sample plan asks for, where there is one. */
export type Planned = {
  target: number;
  withoutHelp: number;
  strata: readonly { dimension: string; name: string; interviews: number }[];
};

const isCorridor = (name: string) => /^[A-Z]{2}-[A-Z]{2}$/.test(name);

/** What a plan calls by no two countries, such as "Other corridors": whoever is on none of those it names. */
export const otherCorridors = 'other';

/** What was asked for and how far it came, and the corridors with fewer interviews than planned. */
export function sampledOf(interviews: readonly Counted[], { target, withoutHelp, strata }: Planned) {
  const planned = strata.filter(({ dimension }) => dimension === 'corridor');
  const named = new Set(planned.map(({ name }) => name).filter(isCorridor));
  const sums = new Map<string, number>();
  for (const { name, interviews: count } of planned) {
    const corridor = isCorridor(name) ? name : otherCorridors;
    sums.set(corridor, (sums.get(corridor) ?? 0) + count);
  }
  const all = countOf('all', interviews);
  const heard = interviews.filter(({ outcome }) => outcome === 'done');
  const heardOn = (corridor: string) =>
    heard.filter((one) => (named.has(one.corridor) ? one.corridor : otherCorridors) === corridor).length;
  return {
    ...{ target, heard: all.done, refused: all.refused, unreachable: all.unreachable },
    ...{ aloneTarget: withoutHelp, alone: heard.filter(isAlone).length },
    short: [...sums]
      .map(([corridor, count]) => ({ corridor, planned: count, heard: heardOn(corridor) }))
      .filter((one) => one.heard < one.planned),
  };
}
export type Sampled = ReturnType<typeof sampledOf>;

const isAlone = ({ reached }: Counted) => reached === 'without_recruiter';

/** How far the interviews have come, by each stratum somebody is in or is planned to be. */
export function progressOf(interviews: readonly Counted[], plan?: Planned | null) {
  const planned = new Map(
    (plan?.strata ?? [])
      .filter(({ dimension }) => dimension === 'corridor')
      .map(({ name, interviews: count }) => [name, count]),
  );
  const by = <Of extends string>(all: readonly Of[], of: (interview: Counted) => string) =>
    all
      .map((one) =>
        countOf(
          one,
          interviews.filter((interview) => of(interview) === one),
        ),
      )
      .filter(({ all: count }) => count > 0);
  const heard = interviews.filter(({ outcome }) => outcome === 'done');
  const corridors = [...new Set([...planned.keys(), ...interviews.map(({ corridor }) => corridor)])].sort();
  return {
    corridors: corridors.map((corridor) => ({
      ...countOf(
        corridor,
        interviews.filter((interview) => interview.corridor === corridor),
      ),
      planned: planned.get(corridor),
    })),
    stages: by(workerStages, ({ stage }) => stage),
    sexes: by(sexes, ({ sex }) => sex),
    heard: heard.length,
    target: plan?.target,
    aloneTarget: plan?.withoutHelp,
    alone: heard.filter(isAlone).length,
  };
}
