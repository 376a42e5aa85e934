import type { Words } from './model.ts';
import { en, es, fr, id } from './words-latin.ts';
import { ar, bn, hi, ne } from './words-other.ts';

export const words: Record<string, Words> = { en, fr, es, id, ar, hi, ne, bn };
