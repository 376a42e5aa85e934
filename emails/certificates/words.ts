import type { Language } from '../language.ts';
import { ar } from './words/ar.ts';
import { bn } from './words/bn.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { hi } from './words/hi.ts';
import { id } from './words/id.ts';
import type { Words } from './words/kinds.ts';
import { ne } from './words/ne.ts';

export const words: Record<Language, Words> = { en, fr, es, ar, hi, ne, bn, id };
