import { ok, refuse } from '#app/platform/result.ts';

import {
  elements,
  inPlace,
  type Answer,
  type AnsweredIndicator,
  type Attempt,
  type CompletedAttempt,
  type Element,
  type OpenAttempt,
  type TrainingModule,
} from './model.ts';

/** Every element has its maturity, or the indicator does not apply and somebody said why. */
export const isWhole = ({ scores, notApplicableReason }: Answer) =>
  notApplicableReason !== null || elements.every((element) => scores[element] !== null);

/** An indicator's maturity, 0 to 4, as the mean of its elements; nothing while one is open, or where it does not apply. */
export const score = (answer: Answer) =>
  isWhole(answer) && answer.notApplicableReason === null
    ? mean(elements.map((element) => answer.scores[element]))
    : undefined;

/** The mean of what applies and is answered; nothing where nothing is. Each indicator counts the same. */
export const maturityOf = (indicators: readonly AnsweredIndicator[]) =>
  mean(indicators.map(({ answer }) => score(answer)));

export const maturityOfElement = (indicators: readonly AnsweredIndicator[], element: Element) =>
  mean(indicators.map(({ answer }) => answer.scores[element]));

/** In the order of the standard, as the indicators come. */
export function maturityBy<Key extends 'principleCode' | 'criterionCode'>(
  indicators: readonly AnsweredIndicator[],
  key: Key,
) {
  const codes = [...new Set(indicators.map((indicator) => indicator[key]))];
  return codes.map((code) => {
    const own = indicators.filter((indicator) => indicator[key] === code);
    return { code, maturity: maturityOf(own), whole: own.every(({ answer }) => isWhole(answer)) };
  });
}

/** The indicators that are least in place, the weakest first; what works is not weak. */
export const weakest = <I extends AnsweredIndicator>(indicators: readonly I[], most: number) =>
  indicators
    .flatMap((indicator) => {
      const maturity = score(indicator.answer);
      return maturity === undefined || maturity >= inPlace ? [] : [{ ...indicator, maturity }];
    })
    .sort((a, b) => a.maturity - b.maturity)
    .slice(0, most);

export type Gap = { criterionCode: string; maturity: number; modules: TrainingModule[] };

/** Criteria that are not in place, the widest gap first, with the training that serves them. */
export const gaps = (indicators: readonly AnsweredIndicator[], modules: readonly TrainingModule[]): Gap[] =>
  maturityBy(indicators, 'criterionCode')
    .flatMap(({ code, maturity }) =>
      maturity === undefined || maturity >= inPlace
        ? []
        : [
            {
              criterionCode: code,
              maturity,
              modules: modules.filter(({ criteria }) => criteria.includes(code)),
            },
          ],
    )
    .sort((a, b) => a.maturity - b.maturity);

type Taken = { attempt: number; indicators: readonly AnsweredIndicator[] };

/** How the whole and each principle moved over attempts, the first one first. */
export const trend = (attempts: readonly Taken[]) =>
  [...attempts]
    .sort((a, b) => a.attempt - b.attempt)
    .map(({ attempt, indicators }, index, all) => {
      const before = all[index - 1];
      const maturity = maturityOf(indicators);
      const earlier = before && maturityOf(before.indicators);
      return {
        attempt,
        maturity,
        change: maturity === undefined || earlier === undefined ? undefined : maturity - earlier,
        principles: maturityBy(indicators, 'principleCode'),
      };
    });

export type Meeting =
  | { kind: 'same' }
  | { kind: 'write' }
  /** Two people answered the indicator differently at the same time: one of them chooses. */
  | { kind: 'conflict' };

type Met = { mine: Answer; seen: Answer; seenRevision: number; standing: Answer; revision: number };

/** What is sent for an indicator, beside what its author saw and what stands now. */
export function meet({ mine, seen, seenRevision, standing, revision }: Met): Meeting {
  if (same(mine, standing) || same(mine, seen)) return { kind: 'same' };
  return { kind: seenRevision === revision ? 'write' : 'conflict' };
}

export const same = (one: Answer, other: Answer) =>
  elements.every((element) => one.scores[element] === other.scores[element]) &&
  one.notApplicableReason === other.notApplicableReason &&
  one.comment === other.comment;

/** The next criterion with something open, after this one and then from the top; nothing when all are whole. */
export function nextPart(parts: readonly { code: string; open: number }[], code: string) {
  const here = parts.findIndex((part) => part.code === code);
  const after = [...parts.slice(here + 1), ...parts.slice(0, Math.max(here, 0))];
  return (after.find(({ open }) => open > 0) ?? parts.find(({ open }) => open > 0))?.code;
}

export const change = (attempt: Attempt) => (isOpen(attempt) ? ok(attempt) : refuse('already_completed'));

/** `open` counts the indicators without a whole answer. */
export function complete(attempt: Attempt, open: number, now: Date) {
  if (!isOpen(attempt)) return refuse('already_completed');
  if (open > 0) return refuse('indicators_open');
  return ok<CompletedAttempt>({ ...attempt, completedAt: now });
}

const isOpen = (attempt: Attempt): attempt is OpenAttempt => attempt.completedAt === null;

function mean(values: readonly (number | null | undefined)[]) {
  const known = values.filter((value) => value !== null && value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}
