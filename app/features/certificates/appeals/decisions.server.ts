import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { appealable } from './model.ts';

const shape = z.object({
  ref: z.string(),
  certificateId: z.string(),
  number: z.string(),
  registrationNumber: z.string(),
  against: z.enum(appealable),
  at: z.date(),
  reasonClass: z.string().nullable(),
  position: z.number().nullable(),
  version: z.number().nullable(),
  decisionId: z.string().nullable(),
  appealed: z.boolean(),
  terms: z.unknown(),
});

/**
 * Decisions on a holder's certificates that stand and can be appealed against, the latest first; `ref` names one in an
 * address. Three kinds of rows in one list, which the builder would have to be told in pieces.
 */
export async function listDecisions(db: Kysely<Database>, organisationId: string) {
  const { rows } = await sql`
    with held as (select c.*, r.number as registration from certificate c
      join registration r on r.organisation_id = c.organisation_id where c.organisation_id = ${organisationId}::uuid),
    decided as (
      -- A withdrawal stands also where it was given a graver reason, which is appealed against apart.
      select 'status-' || s.position as ref, held.id, s.action as against, s.decided_at as at, s.reason_class,
        s.position, null::integer as version, null::uuid as decision_id
      from held join certificate_status s on s.certificate_id = held.id
      where s.action in ('suspended', 'withdrawn') and s.reason_class <> 'own_request'
        and not exists (select 1 from certificate_status o where o.certificate_id = held.id and o.position > s.position
          and (s.status <> 'withdrawn' or o.status <> 'withdrawn'))
      union all
      select 'scope-' || v.version || '-' || held.number, held.id, v.action, v.from_at, null, null, v.version, null
      from held cross join lateral (select * from certificate_version where certificate_id = held.id order by version desc limit 1) v
      where v.action = 'reduced'
      union all
      select 'panel-' || d.id, held.id, 'refused', d.decided_at, m.kind, null, null, d.id
      from held join decision_matter m on m.certificate_id = held.id
        join certification_decision d on d.matter_id = m.id and d.outcome = 'refused'
      where m.kind <> 'initial')
    select d.ref, d.id as "certificateId", h.number, h.registration as "registrationNumber", d.against, d.at,
      d.reason_class as "reasonClass", d.position, d.version, d.decision_id as "decisionId", v.terms,
      exists (select 1 from certificate_appeal p where p.certificate_id = d.id and (p.status_position = d.position
        or p.version = d.version or p.decision_id = d.decision_id)) as appealed
    from decided d join held h on h.id = d.id join scheme_version v on v.id = h.scheme_version_id
    order by d.at desc limit 20`.execute(db);
  return rows.map((row) => {
    const decision = shape.parse(row);
    return { ...decision, decidedOn: dayOf(decision.at) };
  });
}

export const findDecision = async (db: Kysely<Database>, organisationId: string, ref: string) =>
  (await listDecisions(db, organisationId)).find((decision) => decision.ref === ref);
