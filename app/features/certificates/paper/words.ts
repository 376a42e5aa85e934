import type { Words } from './model.ts';
import { am, ru, si, ta, ur } from './words-further.ts';
import { en, es, fr, id } from './words-latin.ts';
import { ms, pt, sw, tl, vi } from './words-latin-further.ts';
import { ar, bn, hi, ne } from './words-other.ts';
import { km, lo, my, th } from './words-unspaced.ts';

/** The scheme's sixteen languages, then those of other recruiters. */
export const words = {
  ...{ en, ne, bn, hi, ur, tl, id, my, km, vi, am, sw, ar, es, fr, th },
  ...{ si, ta, lo, ms, pt, ru },
} satisfies Record<string, Words>;
export type PaperLanguage = keyof typeof words;
