import type { Language } from '../language.ts';
import { ar } from './words/ar.ts';
import { bn } from './words/bn.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { following } from './words/following.ts';
import { fr } from './words/fr.ts';
import { hi } from './words/hi.ts';
import { id } from './words/id.ts';
import type { OwnWords, Words } from './words/kinds.ts';
import { ne } from './words/ne.ts';

/** What a language says by itself, with what follows on it: a suspension may last to the end of its certificate. */
function whole(own: OwnWords, language: Language): Words {
  const { endsSuspended, untilHeld, ...mails } = following[language];
  const { suspended, suspended_graver } = own.mails;
  const saying =
    (follows: string) =>
    ({ after: [publicly = ''], ...mail }: typeof suspended) => ({ ...mail, after: [publicly, follows] });
  const [toEnd, unheld] = [saying(endsSuspended), saying(untilHeld)];
  return {
    ...own,
    mails: {
      ...own.mails,
      ...mails,
      suspended_to_end: toEnd(suspended),
      suspended_graver_to_end: toEnd(suspended_graver),
      suspended_unheld: unheld(suspended),
      suspended_graver_unheld: unheld(suspended_graver),
    },
  };
}

export const words: Record<Language, Words> = {
  ...{ en: whole(en, 'en'), fr: whole(fr, 'fr'), es: whole(es, 'es'), ar: whole(ar, 'ar') },
  ...{ hi: whole(hi, 'hi'), ne: whole(ne, 'ne'), bn: whole(bn, 'bn'), id: whole(id, 'id') },
};
