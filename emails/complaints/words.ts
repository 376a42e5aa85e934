import type { Language } from '../language.ts';

import { eastern } from './words/eastern.ts';
import type { Words } from './words/kinds.ts';
import { western } from './words/western.ts';

/** No native reader has reviewed these yet. */
export const words: Record<Language, Words> = { ...western, ...eastern };
