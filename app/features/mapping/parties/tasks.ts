import type { Task } from '#app/platform/task.ts';

type Matched = { id: string; name: string; recruiterId: string; standingSeen: string | null };

/** Matched recruiters that stand otherwise on the register than when somebody last looked. */
export const changedStandings = (
  matched: readonly Matched[],
  standings: ReadonlyMap<string, { standing: { status: string } }>,
): Task[] =>
  matched.flatMap(({ id, name, recruiterId, standingSeen }) =>
    (standings.get(recruiterId)?.standing.status ?? 'gone') === standingSeen
      ? []
      : [
          {
            ...{ id: `standing-${id}`, what: `${name} stands otherwise on the register now`, due: null },
            about: 'It is in your labour supply chain',
            href: `/mapping/parties/${id}`,
            action: 'Look',
          },
        ],
  );
