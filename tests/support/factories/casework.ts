import type { Kysely } from 'kysely';
import type { Pool } from 'pg';

import { takeCase } from '#app/features/workers/casework/commands/hold.server.ts';
import type { ReportForm } from '#app/features/workers/complaints/forms.ts';
import type { Database } from '#db/client.server.ts';

import { done } from './audits.ts';
import { aComplaint } from './complaints.ts';
import { anOrganisation } from './organisations.ts';

type House = { db: Kysely<Database>; pool: Pool; now: Date };

/** Two caseworkers and an officer of one scheme, and a case that the first has taken on. */
export async function aDesk(house: House, said: Partial<ReportForm> = {}) {
  const { db, now } = house;
  const scheme = await anOrganisation(db, 'scheme', 'officer');
  const mara = { db, now, actor: await scheme.another('caseworker', 'Mara Holt') };
  const piet = { db, now, actor: await scheme.another('caseworker', 'Piet Vos') };
  const complaint = await aComplaint(house, said);
  done(await takeCase(mara, complaint.id));
  return { scheme, officer: { db, now, actor: scheme.owner }, mara, piet, ...complaint };
}

export const later = <S extends { now: Date }>(scope: S, minutes: number): S => ({
  ...scope,
  now: new Date(scope.now.getTime() + minutes * 60_000),
});
