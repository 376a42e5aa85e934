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
    alone: heard.filter(({ reached }) => reached === 'without_recruiter').length,
  };
}
