import type { Kysely } from 'kysely';
import type { Pool } from 'pg';

import { recordEvent } from '#app/events/record.server.ts';
import { decide } from '#app/features/workers/complaints/commands/decide.server.ts';
import { onCase } from '#app/features/workers/complaints/commands/on-case.server.ts';
import type { ComplaintState } from '#app/features/workers/complaints/model.ts';
import { ok } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import { aPerson, aPlace, done } from './audits.ts';
import { aComplaint } from './complaints.ts';

type House = { db: Kysely<Database>; now: Date };
type Caseworker = { kind: 'caseworker'; accountId: string; organisationId: string };

/** Somebody of the scheme who works on complaints. */
export async function aCaseworker(db: Kysely<Database>, name = 'Ines Duarte') {
  const scheme = await db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'scheme')
    .executeTakeFirst();
  const place = scheme
    ? { id: scheme.id, kind: 'scheme' as const }
    : await aPlace(db, 'scheme', 'The scheme');
  return aPerson(db, place, 'caseworker', name);
}

const way: readonly ComplaintState[] = [
  'safety_triage',
  'acknowledged',
  'admissibility',
  'routed',
  'investigating',
  'finding',
];

type Walk = { by: Caseworker; until?: ComplaintState; severe?: boolean; organisationId?: string | null };

/** A case as its caseworker took it on: through each state up to one, with what was found at the end. */
export async function walked(
  { db, now }: House,
  id: string,
  { by, until = 'finding', severe = false, organisationId = null }: Walk,
) {
  await db
    .updateTable('complaint')
    .set({ caseworker_id: by.accountId, organisation_id: organisationId })
    .where('id', '=', id)
    .execute();
  for (const to of way.slice(0, way.indexOf(until) + 1))
    done(
      await onCase({ db, now }, id, async (on) => {
        await decide(on, {
          ...{ to, actor: by, reasons: 'As it was told and as papers show.' },
          ...(to === 'routed' && { routedTo: 'scheme' as const }),
          ...(to === 'finding' && { outcome: 'substantiated' as const, set: { severe } }),
        });
        if (to === 'finding')
          await recordEvent(on.trx, { actor: by, now, subject: id }, 'complaint.substantiated', { severe });
        return ok(undefined);
      }),
    );
}

/** A complaint about the recruiter that was found to be so. */
export async function substantiated(house: House & { pool: Pool }, agency: { id: string }, severe = true) {
  const by = await aCaseworker(house.db);
  const { id, number } = await aComplaint(house);
  await walked(house, id, { by, severe, organisationId: agency.id });
  return { id, number };
}

/** The fact that a complaint was found to be so. */
export async function factOf(db: Kysely<Database>, id: string) {
  const row = await db
    .selectFrom('event')
    .select(['id', 'occurred_at as occurredAt', 'subject', 'related'])
    .where('subject', '=', id)
    .where('type', '=', 'complaint.substantiated')
    .executeTakeFirstOrThrow();
  return {
    ...row,
    type: 'complaint.substantiated' as const,
    payload: { severe: true },
    actor: { kind: 'system' as const },
  };
}
