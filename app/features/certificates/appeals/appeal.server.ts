import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { termsOf } from '#app/features/scheme/terms.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Database } from '#db/client.server.ts';

import { suspensionReasons, watchReasons, withdrawalReasons } from '../model.ts';
import { hasGraveFinding } from '../ground.server.ts';
import { lockCertificate } from '../queries.server.ts';
import { appealable, type Appeal } from './model.ts';
import { standsAgain, stoodBefore, withdrawalShown, type Clocks, type Person } from './rules.ts';

/** The clocks of an appeal under the terms a certificate was granted under. */
export function clocksOf(terms: unknown): Clocks {
  const { clocks, panel } = termsOf(terms);
  return {
    appealDays: clocks.appealDays,
    acknowledgeWorkingDays: panel.appealAcknowledgeWorkingDays,
    decisionDays: panel.appealDecisionDays,
  };
}

const appealShape = z.object({
  against: z.enum(appealable),
  acknowledged: z.boolean(),
  stay: z.enum(['granted', 'refused']).nullable(),
  outcome: z.enum(['upheld', 'dismissed']).nullable(),
  acknowledgeBy: z.string(),
  dueOn: z.string(),
});

type Row = Omit<z.input<typeof appealShape>, 'acknowledged' | 'against' | 'stay' | 'outcome'> & {
  against: string;
  stay: string | null;
  outcome: string | null;
  acknowledgedAt: Date | null;
};

export const toAppeal = ({ acknowledgedAt, ...row }: Row): Appeal =>
  appealShape.parse({ ...row, acknowledged: acknowledgedAt !== null });

const before = z.discriminatedUnion('status', [
  z.object({ status: z.literal('active') }),
  z.object({ status: z.literal('active_under_watch'), reasonClass: z.enum(watchReasons) }),
  z.object({ status: z.literal('suspended'), reasonClass: z.enum(suspensionReasons) }),
  z.object({ status: z.literal('withdrawn'), reasonClass: z.enum(withdrawalReasons) }),
]);
const decided = z.discriminatedUnion('status', [
  z.object({ status: z.literal('suspended'), reasonClass: z.enum(suspensionReasons) }),
  z.object({ status: z.literal('withdrawn'), reasonClass: z.enum(withdrawalReasons) }),
]);

/** The status an appealed decision brought, what it took away, and whether it, or its stay, is what shows. */
export async function statusesOf(
  db: Kysely<Database>,
  { appealId, certificateId, position }: { appealId: string; certificateId: string; position: number },
) {
  const rows = await db
    .selectFrom('certificate_status as row')
    .leftJoin('certificate_appeal as against', 'against.status_position', 'row.position')
    .select(['row.position', 'row.status', 'row.reason_class as reasonClass', 'row.action'])
    .select(['row.appeal_id as appealId', 'against.outcome'])
    .where('row.certificate_id', '=', certificateId)
    .orderBy('row.position')
    .execute();
  const place = rows.findIndex((row) => row.position === position);
  const latest = rows.at(-1);
  return {
    before: standsAgain(
      before.parse(rows[stoodBefore(rows, place)]),
      await hasGraveFinding(db, certificateId),
    ),
    decided: decided.parse(rows[place]),
    shows:
      place === rows.length - 1 ||
      (latest?.appealId === appealId && latest.action === 'stayed') ||
      place === withdrawalShown(rows, rows.length - 1),
  };
}

/**
 * An appeal with its application and its certificate, all locked, in the order of every command that holds several:
 * what was refused may come before the panel again.
 */
export async function lockAppeal(trx: Transaction<Database>, id: string) {
  const known = await trx
    .selectFrom('certificate_appeal')
    .innerJoin('certificate', 'certificate.id', 'certificate_appeal.certificate_id')
    .innerJoin('application', 'application.id', 'certificate.application_id')
    .select('certificate_id')
    .where(isId('certificate_appeal.id', id))
    // What only refers to it does not wait: its key never changes.
    .forNoKeyUpdate('application')
    .executeTakeFirst();
  const certificate = known && (await lockCertificate(trx, known.certificate_id));
  if (!certificate) return undefined;
  const row = await trx
    .selectFrom('certificate_appeal')
    .select(['id', 'against', 'stay', 'outcome', 'due_on as dueOn', 'acknowledge_by as acknowledgeBy'])
    .select(['acknowledged_at as acknowledgedAt', 'status_position as position', 'version'])
    .select('decision_id as decisionId')
    .where(isId('id', id))
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { id: appealId, position, version, decisionId } = row;
  return {
    id: appealId,
    certificate,
    position,
    version,
    decisionId,
    appeal: toAppeal(row),
  };
}
export type Locked = NonNullable<Awaited<ReturnType<typeof lockAppeal>>>;

/** How somebody of the scheme stands to an appeal; the database answers, for its constraints ask the same. */
export async function standingOf(
  db: Kysely<Database>,
  appealId: string,
  { accountId, now }: { accountId: string; now: Date },
): Promise<Person> {
  const { rows } = await sql<Person>`
    select bar_to_appeal(p.id, ${accountId}::uuid, ${now}) as bar,
      exists (select 1 from certificate_appeal_declaration d where d.appeal_id = p.id and d.account_id = ${accountId}::uuid) as declared
    from certificate_appeal p where p.id = ${appealId}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`There is no appeal ${appealId}`);
  return row;
}
