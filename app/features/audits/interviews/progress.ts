import { sexes, workerStages, type Interview } from './model.ts';

type Counted = Pick<Interview, 'corridor' | 'stage' | 'sex' | 'reached' | 'outcome'>;

const countOf = <Of extends string>(of: Of, within: readonly Counted[]) => ({
  of,
  all: within.length,
  done: within.filter(({ outcome }) => outcome === 'done').length,
  refused: within.filter(({ outcome }) => outcome === 'refused').length,
  unreachable: within.filter(({ outcome }) => outcome === 'unreachable').length,
});

/** How far the interviews have come, by each stratum somebody is in. */
export function progressOf(interviews: readonly Counted[]) {
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
  const corridors = [...new Set(interviews.map(({ corridor }) => corridor))].sort();
  return {
    corridors: by(corridors, ({ corridor }) => corridor),
    stages: by(workerStages, ({ stage }) => stage),
    sexes: by(sexes, ({ sex }) => sex),
    heard: heard.length,
    alone: heard.filter(({ reached }) => reached === 'without_recruiter').length,
  };
}
