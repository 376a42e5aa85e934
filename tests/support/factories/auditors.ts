import { sectorCodes } from '#app/features/bodies/approvals/forms.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';

/** A reviewer is approved as one as soon as there is an officer who could have done it. */
export async function approvedReviewer(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  bodyId: string,
  accountId: string,
) {
  const by = db
    .selectFrom('membership')
    .select('account_id')
    .where('role', '=', 'officer')
    .orderBy('created_at')
    .limit(1);
  const officer = await by.executeTakeFirst();
  if (!officer) return;
  const granted = { outcome: 'granted', valid_from: '2020-01-01', valid_until: '2050-12-31' };
  await db
    .insertInto('auditor_approval')
    .values({
      ...{ account_id: accountId, organisation_id: bodyId, level: 'reviewer', ...granted },
      ...{ request: 'Ready to review reports.', asked_at: now, asked_by: officer.account_id },
      ...{ reasons: 'Years of reviews, papers seen.', decided_at: now, decided_by: officer.account_id },
    })
    .execute();
}

/** Every auditor and reviewer a body has by now. */
export async function approvedAuditors(house: Pick<Scope, 'db' | 'now'>, bodyId: string, officer: SignedIn) {
  const people = await house.db
    .selectFrom('membership')
    .select(['account_id', 'role'])
    .where('organisation_id', '=', bodyId)
    .where('role', 'in', ['auditor', 'reviewer'])
    .execute();
  for (const { account_id, role } of people) {
    if (role === 'auditor') await approvedAuditor(house, bodyId, account_id, officer);
    else await approvedReviewer(house, bodyId, account_id);
  }
}

/** Watched at work, approved as lead auditor, competent in all sectors, at home in the languages of these tests. */
export async function approvedAuditor(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  bodyId: string,
  accountId: string,
  { accountId: by }: SignedIn,
) {
  const of = { account_id: accountId, organisation_id: bodyId };
  const recorded = {
    ...of,
    evidence: 'Ten years of audits, papers seen.',
    recorded_at: now,
    recorded_by: by,
  };
  const seen = { witness: 'Ines Costa', witnessed_on: '2025-06-01', outcome: 'satisfactory' };
  await db
    .insertInto('auditor_witnessing')
    .values({
      ...of,
      ...seen,
      elsewhere: 'An audit for another scheme.',
      notes: 'Calm and thorough.',
      recorded_at: now,
      recorded_by: by,
    })
    .execute();
  const languages = ['en', 'ne', 'hi', 'bn', 'ar'];
  await db
    .insertInto('auditor_language')
    .values(languages.map((language) => ({ ...recorded, language, level: 'working' })))
    .execute();
  const assessed = { assessed_by: 'Ines Costa', assessed_on: '2025-06-01' };
  await db
    .insertInto('auditor_competence')
    .values({ ...recorded, ...assessed, principles: [], sectors: sectorCodes, countries: [] })
    .execute();
  const granted = { outcome: 'granted', valid_from: '2020-01-01', valid_until: '2050-12-31' };
  await db
    .insertInto('auditor_approval')
    .values({
      ...{ ...of, ...granted, level: 'lead_auditor', request: 'Ready to lead audits.', asked_at: now },
      ...{ asked_by: by, reasons: 'Watched at work, papers seen.', decided_at: now, decided_by: by },
    })
    .execute();
}
