import { sql } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Company, Scope, Visitor } from '#app/platform/scope.ts';

import { absences, matchedOns, type Answer } from './model.ts';

const standing = z.object({ status: z.string(), since: z.string(), reasonClass: z.string().nullable() });
const candidate = {
  registrationNumber: z.string(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  country: z.string(),
  standing,
  match: z.object({ score: z.number(), on: z.enum(matchedOns) }),
};
const about = { ref: z.string().nullable(), asOf: z.string().optional() };

/** The members in the order they are answered in: what is answered again is the same to the letter. */
export const answerShape = z.discriminatedUnion('outcome', [
  z.object({ ...about, outcome: z.literal('match'), ...candidate }),
  z.object({ ...about, outcome: z.literal('ambiguous'), candidates: z.array(z.object(candidate)) }),
  z.object({ ...about, outcome: z.literal('no_match'), reason: z.enum(absences) }),
]);

/** What a company was answered to the request of a key. */
export async function findRepeated({ db, actor }: Scope<Company>, key: string) {
  const row = await db
    .selectFrom('verification_request as request')
    .innerJoin('verification', 'verification.id', 'request.verification_id')
    .select(['request.body_hash as bodyHash', 'verification.id', 'verification.checked_at as checkedAt'])
    .where('request.organisation_id', '=', actor.organisationId)
    .where('request.idempotency_key', '=', key)
    .executeTakeFirst();
  if (!row) return undefined;
  const lines = await db
    .selectFrom('verification_line')
    .select('answered')
    .where('verification_id', '=', row.id)
    .orderBy('position')
    .execute();
  const answers = lines.map(({ answered }): Answer => answerShape.parse(answered));
  return { bodyHash: row.bodyHash, answered: { id: row.id, checkedAt: row.checkedAt, answers } };
}

/** The receipt of one's own check; of a visitor's, whoever has its address. */
export async function findReceipt({ db, actor }: Scope<Visitor | Company>, id: string) {
  const row = await db
    .selectFrom('verification')
    .select(['receipt', 'checked_at as checkedAt'])
    .where(isId('id', id))
    .where(
      actor.kind === 'company'
        ? sql<boolean>`(organisation_id is null or organisation_id = ${actor.organisationId})`
        : sql<boolean>`organisation_id is null`,
    )
    .executeTakeFirst();
  return row;
}
