import { z } from 'zod';

import type { Company, Scope } from '#app/platform/scope.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Task } from '#app/platform/task.ts';

import type { Source } from '../../chain/model.ts';
import { bands, consistencyTests, indicators, strengths, type PartName } from '../model.ts';
import type { KeptScore } from './model.ts';

const source: z.ZodType<Source> = z.object({ responseId: z.string(), path: z.string() });
const hit = z.object({
  ...{ indicator: z.enum(indicators), strength: z.enum(strengths), by: z.enum(['worker', 'party']), source },
});
const names: [PartName, ...PartName[]] = [
  ...(['origin', 'destination', 'sector', 'chain'] as const),
  ...(['tiers', 'informal', 'unlicensed', 'opaque', 'fees', 'control'] as const),
];
const part = z.object({
  ...{ name: z.enum(names), key: z.string().nullable(), value: z.number(), weight: z.number() },
  ...{ source: z.string().nullable(), year: z.number().nullable(), known: z.boolean() },
});
const kept: z.ZodType<Omit<KeptScore, 'reviewDueOn'>> = z.object({
  ...{ model: z.string(), inherent: z.number(), control: z.number(), reckoned: z.number() },
  ...{ residual: z.number(), band: z.enum(bands) },
  ...{ parts: z.array(part), chainParts: z.array(part), controlParts: z.array(part) },
  ...{ overrides: z.array(hit), hits: z.array(hit) },
  contradictions: z.array(
    z.object({ test: z.enum(consistencyTests), about: z.string().nullable(), sources: z.array(source) }),
  ),
});

/** The risk of one party as it counts now, with every part and where each comes from; undefined where there is none to see. */
export async function findRisk({ db, actor }: Scope<Company>, partyId: string) {
  const row = await db
    .selectFrom('standing_risk_score as standing')
    .innerJoin('seen_party as party', 'party.id', 'standing.party_id')
    .leftJoin('risk_review', 'risk_review.score', 'standing.position')
    .select(['standing.score', 'standing.review_due_on as reviewDueOn', 'standing.reckoned_at as reckonedAt'])
    .select(['risk_review.note', 'risk_review.reviewed_at as reviewedAt'])
    .where('standing.company_id', '=', actor.organisationId)
    .where(isId('standing.party_id', partyId))
    .executeTakeFirst();
  if (!row) return undefined;
  const { score, note, reviewedAt, ...rest } = row;
  return { ...kept.parse(score), ...rest, review: note && reviewedAt ? { note, at: reviewedAt } : null };
}

/** How the risk of a party went, newest first; where a score rests on an answer that was taken back, only that it did. */
export async function listRiskHistory({ db, actor }: Scope<Company>, partyId: string) {
  const rows = await db
    .selectFrom('risk_score as score')
    .leftJoin('seen_risk_score as seen', 'seen.position', 'score.position')
    .select(['score.reckoned_at as reckonedAt', 'seen.residual', 'seen.band'])
    .where('score.company_id', '=', actor.organisationId)
    .where(isId('score.party_id', partyId))
    .orderBy('score.position', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ reckonedAt, residual, band }) => ({
    reckonedAt,
    shown:
      residual === null ? null : { residual: Number(residual), band: bands.find((each) => each === band) },
  }));
}

/** The riskiest parties of a company first. A score that rests on what was taken back is in no list. */
export async function listRisks({ db, actor }: Scope<Company>, { limit = 50, offset = 0 } = {}) {
  const rows = await db
    .selectFrom('standing_risk_score as standing')
    .innerJoin('seen_party as party', 'party.id', 'standing.party_id')
    .select(['party.id', 'party.name', 'party.kind', 'party.country', 'standing.residual', 'standing.band'])
    .select(['standing.review_due_on as reviewDueOn'])
    .where('standing.company_id', '=', actor.organisationId)
    .orderBy('standing.residual', 'desc')
    .orderBy('party.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ residual, ...row }) => ({ ...row, residual: Number(residual) }));
}

/** How far the reckoning of a company's parties is: the last one asked for, done or not. */
export const findReckoning = ({ db, actor }: Scope<Company>) =>
  db
    .selectFrom('risk_reckoning')
    .select(['asked_at as askedAt', 'total', 'done', 'ended_at as endedAt'])
    .where('company_id', '=', actor.organisationId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Parties a person must look at, because something grave is strong. `pageOf` is the page of a party. */
export async function listRiskTasks(
  { db, actor }: Scope<Company>,
  pageOf: (partyId: string) => string,
): Promise<Task[]> {
  const rows = await db
    .selectFrom('standing_risk_score as standing')
    .innerJoin('seen_party as party', 'party.id', 'standing.party_id')
    .leftJoin('risk_review', 'risk_review.score', 'standing.position')
    .select(['party.id', 'party.name', 'standing.review_due_on as dueOn'])
    .where('standing.company_id', '=', actor.organisationId)
    .where('standing.review_due_on', 'is not', null)
    .where('risk_review.score', 'is', null)
    .orderBy('standing.review_due_on')
    .orderBy('party.id')
    .limit(20)
    .execute();
  return rows.flatMap(({ id, name, dueOn }) =>
    id && dueOn
      ? [
          {
            ...{ id: `risk-${id}`, what: `Look at the risk of ${name ?? 'somebody whose name is withheld'}` },
            ...{
              about: 'Something grave was told of it',
              due: dueOn,
              href: pageOf(id),
              action: 'Look at it',
            },
          },
        ]
      : [],
  );
}
