import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { countCandidates } from './candidates.server.ts';

export const perPage = 50;
type Asking = Scope<Officer>;

/** Draws in an officer's sight: who is tied to a candidate would learn whether it was drawn. */
const draws = (db: Kysely<Database>, { accountId }: Officer, today: string) =>
  db
    .selectFrom('audit_draw as draw')
    .innerJoin('account', 'account.id', 'draw.drawn_by')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_draw_candidate as candidate')
            .innerJoin('certificate', 'certificate.id', 'candidate.certificate_id')
            .select('candidate.place')
            .whereRef('candidate.draw_id', '=', 'draw.id')
            // Asked once of the officer, not once of every candidate of every draw.
            .where(
              'certificate.organisation_id',
              'in',
              sql<string>`(select ties_of(${accountId}::uuid, ${today}::date))`,
            ),
        ),
      ),
    );

const columns = [
  'draw.id',
  'draw.drawn_on as drawnOn',
  'draw.drawn_at as drawnAt',
  'draw.count',
  'draw.candidates',
  'account.name as by',
] as const;

/** The latest first. */
export async function listDraws({ db, actor, now }: Asking, page: number) {
  const matching = draws(db, actor, dayOf(now));
  const [rows, { count }] = await Promise.all([
    matching
      .select(columns)
      .orderBy('draw.drawn_at', 'desc')
      .orderBy('draw.id')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    matching.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { draws: rows, count, pages: pagesOf(count, perPage) };
}

export const findDraw = ({ db, actor, now }: Asking, id: string) =>
  draws(db, actor, dayOf(now))
    .select(columns)
    .select('draw.seed')
    .where(isId('draw.id', id))
    .executeTakeFirst();

const placed = z.object({
  place: z.number(),
  tickets: z.number(),
  number: z.string(),
  certificateId: z.string(),
  recruiter: z.string(),
  proposalId: z.string().nullable(),
  outcome: z.enum(['ordered', 'dismissed']).nullable(),
});
export type Placed = z.output<typeof placed>;

/** Everybody who stood, in the order of the lots; ask only after the draw itself was found. */
export async function listPlaces({ db }: Asking, drawId: string, page: number): Promise<Placed[]> {
  const rows = await db
    .selectFrom('audit_draw_candidate as candidate')
    .innerJoin('certificate', 'certificate.id', 'candidate.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .leftJoin('audit_proposal as proposal', (join) =>
      join
        .onRef('proposal.draw_id', '=', 'candidate.draw_id')
        .onRef('proposal.certificate_id', '=', 'candidate.certificate_id'),
    )
    .select(['candidate.place', 'candidate.tickets', 'certificate.number', 'organisation.name as recruiter'])
    .select(['certificate.id as certificateId', 'proposal.id as proposalId', 'proposal.outcome'])
    .where('candidate.draw_id', '=', drawId)
    .orderBy('candidate.place')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  return z.array(placed).parse(rows);
}

/** What a draw of today would choose from. */
export const listCandidates = ({ db, actor, now }: Asking) => countCandidates(db, actor, dayOf(now));
