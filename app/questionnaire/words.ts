import type { Words } from './definition.ts';

/** In the language asked for, else in English. */
export const inLanguage = (words: Words, language: string): string => words[language] ?? words.en;

/** "1 licence", "3 licences" must not be guessed: rows are always named by their noun and place. */
export const rowName = (noun: Words | undefined, place: number, language: string) =>
  `${noun ? inLanguage(noun, language) : 'Row'} ${place + 1}`;
