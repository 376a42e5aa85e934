import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

const toLift = z.object({
  bar: z.enum(['holder_has_grave_finding', 'licence_lost', 'levy_owed', 'surveillance_owed']).nullable(),
});
const toGrant = z.object({
  bar: z.enum(['licence_lost', 'levy_owed', 'too_soon_after_withdrawal', 'remedy_not_opened']).nullable(),
});
const toWiden = z.object({ bar: z.enum(['holder_has_grave_finding', 'licence_lost']).nullable() });
const asked = z.object({ grave: z.boolean() });

/** What a certificate lacks to stand again (domain 2.8 d); the database answers, for its triggers ask the same. */
export async function barToLift(db: Kysely<Database>, certificateId: string, day: string) {
  const { rows } = await sql`select bar_to_lift(${certificateId}::uuid, ${day}::date) as bar`.execute(db);
  return toLift.parse(rows[0]).bar;
}

/** What keeps a matter of the panel from being granted, beside what is open of it. */
export async function barToGrant(db: Kysely<Database>, matterId: string, day: string) {
  const { rows } = await sql`select bar_to_grant(${matterId}::uuid, ${day}::date) as bar`.execute(db);
  return toGrant.parse(rows[0]).bar;
}

/** A critical or major finding of the holder is open. */
export async function hasGraveFinding(db: Kysely<Database>, certificateId: string) {
  const { rows } = await sql`
    select holder_has_grave_finding(organisation_id) as grave from certificate where id = ${certificateId}::uuid`.execute(
    db,
  );
  return asked.parse(rows[0]).grave;
}

const special = z.object({ untold: z.boolean() });

/** A special audit was ordered for its holder of which that knows nothing yet, and none it knows of is under way. */
export async function isSpecialUntold(db: Kysely<Database>, certificateId: string) {
  const { rows } = await sql`select special_audit_untold(${certificateId}::uuid) as untold`.execute(db);
  return special.parse(rows[0]).untold;
}

/** A surveillance of its cycle was not held by its last day. */
export async function owesSurveillance(db: Kysely<Database>, certificateId: string, day: string) {
  const { rows } = await sql`select owes_surveillance(${certificateId}::uuid, ${day}::date) as owed`.execute(
    db,
  );
  return z.object({ owed: z.boolean() }).parse(rows[0]).owed;
}

/** What keeps its scope from growing to these corridors. */
export async function barToWiden(db: Kysely<Database>, certificateId: string, corridors: readonly string[]) {
  const { rows } =
    await sql`select bar_to_widen(${certificateId}::uuid, ${corridors}::text[]) as bar`.execute(db);
  return toWiden.parse(rows[0]).bar;
}
