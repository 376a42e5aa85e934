import { recordAdvice } from '#app/features/accounts/organisations/advice-commands.server.ts';

import { aPerson, aPlace, approved, done, type Engagement } from './audits.ts';

/** Somebody of the body that is engaged, and on no team, trained the recruiter. */
export async function barred(given: Engagement, work: () => Promise<void>) {
  const { db, body, agency, officer } = given;
  const trainer = await aPerson(db, body, 'auditor', 'Femi Adeyemi');
  const { name } = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', agency.id)
    .executeTakeFirstOrThrow();
  const advice = { recruiter: name, kind: 'training' as const, givenOn: '2026-03-02' };
  const { email } = await db
    .selectFrom('account')
    .select('email')
    .where('id', '=', trainer.accountId)
    .executeTakeFirstOrThrow();
  const scope = { db, actor: officer, now: new Date('2026-03-03T09:00:00Z') };
  done(await recordAdvice(scope, { ...advice, ...(email && { email }) }));
  await work();
}

/** Another body that may be engaged, with a lead auditor. */
export async function anotherBody({ db, officer }: Pick<Engagement, 'db' | 'officer'>) {
  const body = await aPlace(db, 'audit_body', 'Lantern Audits');
  const lead = await aPerson(db, body, 'auditor', 'Ines Costa');
  await approved(db, body.id, officer);
  return { ...body, lead };
}
