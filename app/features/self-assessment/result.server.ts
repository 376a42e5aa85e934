import type { Kysely } from 'kysely';

import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { listEvidence } from './evidence.server.ts';
import { elementNames, elements } from './model.ts';
import { listAnswers, listAttempts, listParts, type ListedAnswer } from './queries.server.ts';
import { gaps, maturityBy, maturityOf, maturityOfElement, trend, weakest } from './rules.ts';
import { trainingModules } from './training.ts';

/** So many attempts are compared; the numbers of older ones stand in their own results no more. */
const mostCompared = 24;

type Asked = { organisationId: string; attempt?: string | undefined };

/** What an own attempt shows, finished or not. */
export const findOwnResult = ({ db, actor }: Scope<Recruiter>, attempt: string) =>
  findResult(db, { organisationId: actor.organisationId, attempt });

/**
 * What a completed attempt shows, the latest where none is named, for whoever may read the organisation's application.
 * Ask only with an id that was found in the actor's scope.
 */
export async function findCompletedResult(db: Kysely<Database>, asked: Asked) {
  const result = await findResult(db, asked);
  return result?.attempt.completedAt ? result : undefined;
}

async function findResult(db: Kysely<Database>, { organisationId, attempt }: Asked) {
  const attempts = await listAttempts(db, organisationId, mostCompared);
  const completed = attempts.filter(({ completedAt }) => completedAt !== null);
  const chosen = attempt ? attempts.find((each) => String(each.attempt) === attempt) : completed[0];
  if (!chosen) return undefined;
  const compared = completed.filter((each) => each.attempt < chosen.attempt);
  const [answers, parts, evidence] = await Promise.all([
    listAnswers(
      db,
      [chosen, ...compared].map(({ id }) => id),
    ),
    listParts(db, chosen.schemeVersionId),
    listEvidence(db, chosen.id),
  ]);
  const of = ({ attempt: number }: { attempt: number }) => answers.filter((each) => each.attempt === number);
  const before = compared[0];
  return {
    attempt: chosen,
    completed: completed.map(({ attempt: number, completedAt }) => ({ attempt: number, completedAt })),
    ...pictureOf(of(chosen), parts),
    evidence,
    earlier: before && { attempt: before.attempt, principles: maturityBy(of(before), 'principleCode') },
    trend: trend(
      [...compared]
        .reverse()
        .concat(chosen)
        .map((each) => ({ attempt: each.attempt, indicators: of(each) })),
    ),
  };
}

type Parts = Awaited<ReturnType<typeof listParts>>;

function pictureOf(answers: readonly ListedAnswer[], { principles, criteria }: Parts) {
  const maturities = maturityBy(answers, 'principleCode');
  const titleOf = new Map(criteria.map(({ code, title }) => [code, title]));
  return {
    maturity: maturityOf(answers),
    principles: principles.map(({ code, title }) => ({
      code,
      title,
      maturity: maturities.find((each) => each.code === code)?.maturity,
    })),
    elements: elements.map((element) => ({
      label: elementNames[element],
      value: maturityOfElement(answers, element),
    })),
    weakest: weakest(answers, 10).map(({ code, criterionCode, requirement, maturity }) => ({
      code,
      criterionCode,
      requirement,
      maturity,
    })),
    gaps: gaps(answers, trainingModules).map((gap) => ({
      ...gap,
      title: titleOf.get(gap.criterionCode) ?? gap.criterionCode,
    })),
    notApplicable: answers.flatMap(({ code, requirement, answer: { notApplicableReason } }) =>
      notApplicableReason === null ? [] : [{ code, requirement, reason: notApplicableReason }],
    ),
  };
}

/** The attempts of an own agency, the latest first, with the trend of those that are completed. */
export async function findOwnAttempts({ db, actor }: Scope<Recruiter>) {
  const attempts = await listAttempts(db, actor.organisationId, mostCompared);
  const completed = attempts.filter(({ completedAt }) => completedAt !== null);
  const answers = await listAnswers(
    db,
    completed.map(({ id }) => id),
  );
  return {
    attempts,
    trend: trend(
      completed.map(({ attempt }) => ({
        attempt,
        indicators: answers.filter((each) => each.attempt === attempt),
      })),
    ),
  };
}
