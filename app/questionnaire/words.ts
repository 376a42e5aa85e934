import type { Words } from './definition.ts';

/** In the language asked for, else in English. */
export const inLanguage = (words: Words, language: string): string => words[language] ?? words.en;
