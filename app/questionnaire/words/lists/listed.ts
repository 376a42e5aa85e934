import { sectors } from '#app/platform/industries.ts';

import { feeCategories } from '../../fee-categories.ts';
import { ar } from './ar.ts';
import { bn } from './bn.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import type { ListWords } from './list-words.ts';
import { my } from './my.ts';
import { ne } from './ne.ts';
import { th } from './th.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

const english: ListWords = { sectors, fees: feeCategories };
const translated = new Map<string, ListWords>(Object.entries({ ar, bn, es, fr, hi, id, my, ne, th, vi, zh }));

/** ISIC sections and fee categories in a language; in English where there is no translation. */
export const listWords = (language: string): ListWords => translated.get(language) ?? english;
