import type { Kysely } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { sections, sectionNames, type Section } from '../model.ts';
import { openGaps, standingOf, type Line } from './rules.ts';

const isSection = (text: string): text is Section => sections.some((section) => section === text);

export async function standingWith(db: Kysely<Database>, applicationId: string, accountId: string) {
  const rows = await db
    .selectFrom('application_reviewer')
    .select(['account_id as accountId', 'conflicted'])
    .where('application_id', '=', applicationId)
    .where('account_id', '=', accountId)
    .execute();
  return standingOf(rows, accountId);
}

/** Whether somebody may see what stands in an application: officers declare first, others come in by their engagement. */
export const mayOpen = async ({ db, actor }: Scope<SignedIn>, applicationId: string) =>
  actor.kind !== 'officer' || (await standingWith(db, applicationId, actor.accountId)) === 'free';

export async function latestVersion(db: Kysely<Database>, applicationId: string) {
  const latest = await db
    .selectFrom('application_copy')
    .select('version')
    .where('application_id', '=', applicationId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.version ?? null;
}

/** The latest word on each section that was looked at, in the order of the application. */
export async function listChecklist(db: Kysely<Database>, applicationId: string) {
  const rows = await db
    .selectFrom('application_checklist')
    .innerJoin('account', 'account.id', 'application_checklist.checked_by')
    .distinctOn('section')
    .select(['section', 'state', 'note', 'copy_version as version', 'checked_at as checkedAt'])
    .select('account.name as checkedBy')
    .where('application_id', '=', applicationId)
    .orderBy('section')
    .orderBy('copy_version', 'desc')
    .execute();
  const lines = rows.flatMap(({ section, state, ...row }) =>
    isSection(section)
      ? [{ ...row, section, state: state === 'gap' ? ('gap' as const) : ('in_order' as const) }]
      : [],
  );
  return lines.toSorted((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section));
}

export type Gap = Line & { name: string };

/** What is missing, section by section, as the applicant was told: nothing before the scheme asked for it. */
export async function gapsOf(db: Kysely<Database>, applicationId: string): Promise<Gap[]> {
  const asked = await db
    .selectFrom('application')
    .select('id')
    .where('id', '=', applicationId)
    .where('state', 'in', ['deferred', 'deferred_expired'])
    .executeTakeFirst();
  return asked ? listGaps(db, applicationId) : [];
}

/** What is missing, as the scheme's reviewers left it. */
export async function listGaps(db: Kysely<Database>, applicationId: string): Promise<Gap[]> {
  const gaps = openGaps(await listChecklist(db, applicationId));
  return gaps.map(({ section, state, note }) => ({ section, state, note, name: sectionNames[section] }));
}

/** Officers who may be given a review, with whoever has it now first in mind: those tied to it are left out. */
export const listOfficers = ({ db }: Scope<Officer>, applicationId: string) =>
  db
    .selectFrom('account')
    .innerJoin('membership', 'membership.account_id', 'account.id')
    .select(['account.id', 'account.name'])
    .where('membership.role', '=', 'officer')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('application_reviewer')
            .select('application_reviewer.id')
            .whereRef('application_reviewer.account_id', '=', 'account.id')
            .where('application_id', '=', applicationId)
            .where('conflicted', '=', true),
        ),
      ),
    )
    .orderBy('account.name')
    .limit(200)
    .execute();

/** Every officer, for the filter of the queue. */
export const listAllOfficers = ({ db }: Scope<Officer>) =>
  db
    .selectFrom('account')
    .innerJoin('membership', 'membership.account_id', 'account.id')
    .select(['account.id', 'account.name'])
    .where('membership.role', '=', 'officer')
    .orderBy('account.name')
    .limit(200)
    .execute();

/** Who reviews it. */
export const findAssigned = ({ db }: Scope<SignedIn>, applicationId: string) =>
  db
    .selectFrom('application')
    .innerJoin('account', 'account.id', 'application.assigned_to')
    .select(['account.id', 'account.name'])
    .where(isId('application.id', applicationId))
    .executeTakeFirst();
