import { ok, refuse, type Result } from '#app/platform/result.ts';

import { changed, type Covered } from '../../scope/rules.ts';
import type { Outcome, Stay } from '../model.ts';

/** A version of a scope; those of the certificate that took another's place follow those of the other. */
export type Version = Covered & {
  certificateId: string;
  version: number;
  action: string;
  appealId: string | null;
};

/** A reduction that was appealed against: what it took out, what later ones took out themselves, and how the scope is. */
export type Reduction = { before: Covered; taken: Covered; later: Covered; latest: Version };

const parts = ['corridors', 'sectors', 'offices'] as const;
const none: Covered = { corridors: [], sectors: [], offices: [] };
const each = (of: (part: keyof Covered) => string[]): Covered => ({
  corridors: of('corridors'),
  sectors: of('sectors'),
  offices: of('offices'),
});

export function reductionOf(
  versions: readonly Version[],
  appealed: { certificateId: string; version: number },
): Reduction | undefined {
  const place = versions.findIndex(
    ({ certificateId, version }) => certificateId === appealed.certificateId && version === appealed.version,
  );
  const [before, reduced, latest] = [versions[place - 1], versions[place], versions.at(-1)];
  if (!before || !reduced || !latest) return undefined;
  const later = versions.reduce<Covered>((taken, is, index) => {
    const was = versions[index - 1];
    if (index <= place || is.action !== 'reduced' || !was) return taken;
    const { removed } = changed(was, is);
    return each((part) => [...taken[part], ...removed[part]]);
  }, none);
  return { before, taken: changed(before, reduced).removed, later, latest };
}

/** In the order it was granted in; what came to it since follows. */
function putBack({ before, taken, later, latest }: Reduction) {
  return each((part) => {
    const back = taken[part].filter((one) => !later[part].includes(one));
    const all = [...latest[part], ...back];
    return [
      ...before[part].filter((one) => all.includes(one)),
      ...latest[part].filter((one) => !before[part].includes(one)),
    ];
  });
}

const takeOut = ({ taken, latest }: Reduction) =>
  each((part) => latest[part].filter((one) => !taken[part].includes(one)));

const isSame = (one: Covered, other: Covered) =>
  parts.every((part) => one[part].length === other[part].length);

/** `changes`: whether the public reads another scope by it. */
type Next = { action: 'stayed' | 'returned' | 'resumed'; covered: Covered; changes: boolean };

type Step = { appealId: string; stay: Stay | null; to: 'stayed' | Outcome };

/**
 * The scope after a stay or a decision: stayed and upheld, what was taken out is back; dismissed after a stay, it is out
 * again, whatever else changed meanwhile. Undefined where the scope stays as it is.
 */
export function scopeAfter(reduction: Reduction, { appealId, stay, to }: Step): Result<Next | undefined> {
  const { latest } = reduction;
  const covered = to === 'dismissed' ? takeOut(reduction) : putBack(reduction);
  const changes = !isSame(covered, latest);
  switch (to) {
    case 'stayed':
      return changes ? ok({ action: 'stayed', covered, changes }) : refuse('nothing_to_stay');
    case 'upheld': {
      const isStayed = latest.appealId === appealId && latest.action === 'stayed';
      return ok(changes || isStayed ? { action: 'returned', covered, changes } : undefined);
    }
    case 'dismissed':
      if (stay !== 'granted' || !changes) return ok(undefined);
      // Meanwhile the rest was taken out: what would cover nothing is withdrawn, not reduced.
      return parts.some((part) => latest[part].length > 0 && covered[part].length === 0)
        ? refuse('nothing_left_after_stay')
        : ok({ action: 'resumed', covered, changes });
  }
}
