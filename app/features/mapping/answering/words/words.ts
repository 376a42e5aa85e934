import type { MappingLanguage } from '../../model.ts';

import { ar } from './ar.ts';
import { bn } from './bn.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import type { AnswerWords } from './kinds.ts';
import { my } from './my.ts';
import { ne } from './ne.ts';
import { th } from './th.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

/** No native reader has reviewed any but the English ones yet. */
const words: Record<MappingLanguage, AnswerWords> = { en, es, fr, ar, hi, bn, ne, id, vi, th, my, zh };

export const wordsOf = (language: MappingLanguage): AnswerWords => words[language];

export const fill = (template: string, parts: Readonly<Record<string, string | number>>) =>
  template.replace(/\{(\w+)\}/g, (gap, name: string) =>
    Object.hasOwn(parts, name) ? String(parts[name]) : gap,
  );

export const refusalIn = (language: MappingLanguage, refusal: string) =>
  wordsOf(language).refusals[refusal] ?? wordsOf(language).refusals['other'] ?? '';
