import type { MarkLanguage } from '../model.ts';
import type { PaperWords } from './model.ts';
import { en, es, fr, id, sw, tl, vi } from './paper-latin.ts';
import { am, ar, bn, hi, ne, ur } from './paper-other.ts';
import { km, my, th } from './paper-unspaced.ts';

export const paperWords: Record<MarkLanguage, PaperWords> = {
  ...{ en, ne, bn, hi, ur, tl, id, my, km, vi, am, sw, ar, es, fr, th },
};
