import type { MarkLanguage } from '../../register/marks/model.ts';

/** What a text asks: of an agency, how to ask, or nothing of us. */
export type Reading =
  | { kind: 'question'; language: MarkLanguage; q: string }
  | { kind: 'how'; language: MarkLanguage }
  /** A word that the gateway answers by itself, or a notice that is no text. */
  | { kind: 'silent' };

/** What is answered; `word` as its badge says it, `counts` where its certificate does today. */
export type Told =
  | { kind: 'one'; word: string; counts: boolean; name: string; number: string }
  | { kind: 'several'; entries: { name: string; number: string; place: string }[] }
  | { kind: 'none' }
  /** The register cannot be reached. */
  | { kind: 'later' }
  | { kind: 'how' };
