import { ok, refuse } from '#app/platform/result.ts';

import { openContents, type Standing } from '../review/rules.ts';

/** Deciders sit on the panel and declare nothing on an application: what keeps them free is having had no part in it. */
export type Independence = { involved: boolean; standing: Standing | 'decider' };

/** What an appeal says is read by those alone who may open the application. */
export const openTexts = ({ standing }: Pick<Independence, 'standing'>) =>
  standing === 'decider' ? ok(standing) : openContents(standing);

/** People not involved decide: nobody who reviewed, checked, audited, decided, or declared a tie, or declared nothing. */
export const decideIndependently = (person: Independence) =>
  person.involved ? refuse('involved_in_decision') : openTexts(person);
