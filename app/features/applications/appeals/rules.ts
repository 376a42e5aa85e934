import { ok, refuse } from '#app/platform/result.ts';

/** People not involved decide: nobody who reviewed, checked, audited, decided, or declared a tie. */
export const decideIndependently = (involved: boolean) =>
  involved ? refuse('involved_in_decision') : ok(undefined);
