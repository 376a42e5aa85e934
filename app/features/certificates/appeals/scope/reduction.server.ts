import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

import type { Outcome, Stay } from '../model.ts';
import { reductionOf, scopeAfter, type Reduction } from './rules.ts';

const shape = z.object({
  certificateId: z.string(),
  version: z.number(),
  action: z.string(),
  appealId: z.string().nullable(),
  corridors: z.array(z.string()),
  sectors: z.array(z.string()),
  offices: z.array(z.string()),
});
const bearer = z.object({ id: z.string().nullable() });

/** The certificate that bears the scope of an appealed one by now: itself, or what took its place; the database follows the line. */
export async function bearerOf(db: Kysely<Database>, certificateId: string) {
  const { rows } = await sql`select certificate_bearing(${certificateId}::uuid) as id`.execute(db);
  return bearer.parse(rows[0]).id ?? undefined;
}

export async function findReduction(
  db: Kysely<Database>,
  appealed: { certificateId: string; version: number },
): Promise<Reduction | undefined> {
  const { rows } = await sql`
    select v.certificate_id as "certificateId", v.version, v.action, v.appeal_id as "appealId",
      v.corridors, v.sectors, v.offices
    from certificate_line(${appealed.certificateId}::uuid) line join certificate_version v on v.certificate_id = line.id
    order by line.depth, v.version`.execute(db);
  return reductionOf(
    rows.map((row) => shape.parse(row)),
    appealed,
  );
}

type Asked = { appealId: string; certificateId: string; version: number; stay: Stay | null };

/** What the certificate would cover after each answer; nothing of a certificate that bears no scope any more. */
export async function scopesOf(db: Kysely<Database>, { appealId, certificateId, version, stay }: Asked) {
  const reduction = await findReduction(db, { certificateId, version });
  if (!reduction || !(await bearerOf(db, certificateId))) return undefined;
  const { corridors, sectors, offices } = reduction.latest;
  const after = (to: 'stayed' | Outcome) => {
    const step = scopeAfter(reduction, { appealId, stay, to });
    return step.ok && step.value ? step.value.covered : { corridors, sectors, offices };
  };
  return { stayed: after('stayed'), upheld: after('upheld'), dismissed: after('dismissed') };
}
