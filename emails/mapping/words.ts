import { ar } from './words/ar.ts';
import { bn } from './words/bn.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { hi } from './words/hi.ts';
import { id } from './words/id.ts';
import type { Words } from './words/kinds.ts';
import { my } from './words/my.ts';
import { ne } from './words/ne.ts';
import { th } from './words/th.ts';
import { vi } from './words/vi.ts';
import { zh } from './words/zh.ts';

/** By the languages of questionnaires; no native reader has reviewed any but the English ones yet. */
const words = new Map<string, Words>(Object.entries({ en, es, fr, ar, hi, bn, ne, id, vi, th, my, zh }));

export const wordsIn = (language: string) => ({
  language: words.has(language) ? language : 'en',
  words: words.get(language) ?? en,
});
