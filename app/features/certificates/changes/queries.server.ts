import { z } from 'zod';

import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';

import { changeKinds } from './model.ts';

const most = 50;

const told = z.object({
  id: z.string(),
  kind: z.enum(changeKinds),
  what: z.string(),
  changedOn: z.string(),
  reportedAt: z.date(),
  number: z.string(),
});
export type Told = z.output<typeof told>;

const changes = (db: Scope['db']) =>
  db
    .selectFrom('material_change as change')
    .innerJoin('certificate', 'certificate.id', 'change.certificate_id')
    .select(['change.id', 'change.kind', 'change.what', 'change.changed_on as changedOn'])
    .select(['change.reported_at as reportedAt', 'certificate.number'])
    .orderBy('change.reported_at', 'desc')
    .orderBy('change.id')
    .limit(most);

/** What one's own agency told of, the latest first. What the scheme made of it stands nowhere here. */
export async function listOwnChanges({ db, actor }: Scope<Recruiter>): Promise<Told[]> {
  const rows = await changes(db).where('certificate.organisation_id', '=', actor.organisationId).execute();
  return z.array(told).parse(rows);
}

/** What the holder of a certificate told of, under this number and those before it. */
export async function listChanges({ db }: Scope<Officer>, organisationId: string): Promise<Told[]> {
  const rows = await changes(db).where('certificate.organisation_id', '=', organisationId).execute();
  return z.array(told).parse(rows);
}
