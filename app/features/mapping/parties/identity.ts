import { lettersOf } from '#app/platform/names/latin.ts';

import type { ActorKind } from '../chain/model.ts';

type Named = { kind: ActorKind; name: string; country: string | null };

/**
 * By what one actor is told from another: its kind, country and name, however that is written. Two spellings in two
 * scripts are one; what is still taken for two is merged by hand.
 */
export function identityOf({ kind, name, country }: Named) {
  const spelt = lettersOf(name.normalize('NFKC'))
    .toLowerCase()
    .replace(
      /\b(ltd|limited|pvt|private|inc|llc|co|company|corp|corporation|gmbh|plc|sdn|bhd|pt|sa|srl)\b/g,
      ' ',
    )
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return `${kind}|${country ?? ''}|${spelt || name.trim().toLowerCase()}`;
}

/** Of somebody named to us and not to the buyer: the same for whoever names them once more in the same place. */
export const hiddenIdentity = (invitationId: string, said: string) => `unnamed|${invitationId}|${said}`;
