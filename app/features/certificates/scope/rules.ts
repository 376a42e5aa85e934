import { ok, refuse } from '#app/platform/result.ts';

import type { Certificate } from '../model.ts';

/** What a certificate covers. */
export type Covered = { corridors: string[]; sectors: string[]; offices: string[] };

const within = (some: readonly string[], all: readonly string[]) => some.every((one) => all.includes(one));
const parts = ['corridors', 'sectors', 'offices'] as const;

/** Takes a part out of the scope; something of everything has to remain, else it is a withdrawal. */
export function reduce(certificate: Certificate, covered: Covered, kept: Covered) {
  switch (certificate.status) {
    case 'withdrawn':
    case 'superseded':
    case 'transferred':
      return refuse(certificate.status);
    case 'active':
    case 'active_under_watch':
    case 'suspended': {
      if (!parts.every((part) => within(kept[part], covered[part]))) return refuse('not_covered');
      if (parts.every((part) => kept[part].length === covered[part].length)) return refuse('nothing_reduced');
      if (parts.some((part) => covered[part].length > 0 && kept[part].length === 0))
        return refuse('nothing_left');
      // In the order it was granted in, whatever the form sent.
      const next: Covered = {
        corridors: covered.corridors.filter((one) => kept.corridors.includes(one)),
        sectors: covered.sectors.filter((one) => kept.sectors.includes(one)),
        offices: covered.offices.filter((one) => kept.offices.includes(one)),
      };
      return ok(next);
    }
  }
}

/** What one version of a scope added to the one before it, and what it took away. */
export function changed(was: Covered, is: Covered) {
  const beyond = (one: Covered, other: Covered): Covered => ({
    corridors: one.corridors.filter((value) => !other.corridors.includes(value)),
    sectors: one.sectors.filter((value) => !other.sectors.includes(value)),
    offices: one.offices.filter((value) => !other.offices.includes(value)),
  });
  return { added: beyond(is, was), removed: beyond(was, is) };
}
