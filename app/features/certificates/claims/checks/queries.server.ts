import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import { changed } from '../../scope/rules.ts';
import { checkOutcomes, media, mediumNames } from '../model.ts';
import { namedIn } from './rules.ts';

const most = 20;

/** What left the scope came back by an appeal or its stay: nothing is asked any more. */
const overtaken = (eb: ExpressionBuilder<Database & { check: Database['claim_check'] }, 'check'>) =>
  eb.exists(
    eb
      .selectFrom('certificate_version as later')
      .select('later.version')
      .whereRef('later.certificate_id', '=', 'check.certificate_id')
      .whereRef('later.version', '>', 'check.version')
      .where('later.action', 'in', ['stayed', 'returned']),
  );

/** Nobody answered yet, of a use that is granted, and what left did not come back. */
const openChecks = (db: Kysely<Database>) =>
  db
    .selectFrom('claim_check as check')
    .innerJoin('claim_use', 'claim_use.id', 'check.claim_id')
    .innerJoin('certificate', 'certificate.id', 'check.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .where('check.outcome', 'is', null)
    .where('claim_use.state', '=', 'registered')
    .where((eb) => eb.not(overtaken(eb)));

/** Which of these uses wait for a word of their holder. */
export async function askedAbout(db: Kysely<Database>, claimIds: readonly string[]) {
  if (claimIds.length === 0) return new Set<string>();
  const rows = await openChecks(db)
    .select('claim_use.id')
    .distinct()
    .where('claim_use.id', 'in', claimIds)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

const listed = (db: Kysely<Database>) =>
  openChecks(db)
    .distinctOn('claim_use.id')
    .select(['claim_use.id', 'claim_use.medium', 'claim_use.place', 'check.due_on as dueOn'])
    .select(['certificate.number', 'organisation.name as recruiter'])
    .orderBy('claim_use.id')
    .orderBy('check.due_on');

const shown = ({ medium, place }: { medium: string; place: string }) =>
  `${mediumNames[z.enum(media).parse(medium)].toLowerCase()} ${place}`;

/** Uses of which the holder has to say by a day what became of them, since the scope covers less. */
export async function listCheckTasks({ db, actor }: Scope<Recruiter>): Promise<Task[]> {
  const rows = await db
    .selectFrom(listed(db).where('certificate.organisation_id', '=', actor.organisationId).as('listed'))
    .selectAll()
    .orderBy('dueOn')
    .limit(most)
    .execute();
  return rows.map(({ id, number, dueOn, ...use }) => ({
    ...{ id: `check-${id}`, about: number, due: dueOn, href: `/certificate/claims/${id}`, action: 'Say it' },
    what: `Your certificate covers less: say what became of ${shown(use)}`,
  }));
}

/** The same for the scheme, once the day has passed and nobody said anything. */
export async function listLateChecks({ db, actor, now }: Scope<Officer>): Promise<Task[]> {
  const today = dayOf(now);
  const late = listed(db)
    .where('check.due_on', '<', today)
    .where(({ not }) => not(hasTie(actor.accountId, sql.ref('certificate.organisation_id'), today)));
  const rows = await db.selectFrom(late.as('late')).selectAll().orderBy('dueOn').limit(most).execute();
  return rows.map(({ id, number, dueOn, recruiter, ...use }) => ({
    ...{ id: `check-${id}`, about: number, due: dueOn, href: `/scheme/claims/${id}`, action: 'Look' },
    what: `${recruiter} has not said what became of its certificate on ${shown(use)}`,
  }));
}

const outcome = z.enum(checkOutcomes).nullable();

/** What was asked of a use since the scope became smaller, the latest first: what left, and what of it its words name. */
export async function listChecks(db: Kysely<Database>, claimId: string) {
  const rows = await db
    .selectFrom('claim_check as check')
    .innerJoin('claim_use', 'claim_use.id', 'check.claim_id')
    .innerJoin('certificate_version as is', (join) =>
      join.onRef('is.certificate_id', '=', 'check.certificate_id').onRef('is.version', '=', 'check.version'),
    )
    .innerJoin('certificate_version as was', (join) =>
      join
        .onRef('was.certificate_id', '=', 'check.certificate_id')
        .on(sql<boolean>`was.version = "check".version - 1`),
    )
    .select(['check.id', 'check.due_on as dueOn', 'check.outcome', 'check.note', 'claim_use.state'])
    .select((eb) => overtaken(eb).as('overtaken'))
    .select(['check.answered_at as answeredAt', 'claim_use.place', 'claim_use.wording'])
    .select(['is.corridors', 'is.sectors', 'is.offices'])
    .select(['was.corridors as wasCorridors', 'was.sectors as wasSectors', 'was.offices as wasOffices'])
    .where(isId('claim_use.id', claimId))
    .orderBy('check.version', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ place, wording, wasCorridors, wasSectors, wasOffices, ...row }) => {
    const { corridors, sectors, offices, state, overtaken: back, ...check } = row;
    const left = { corridors, sectors, offices };
    const was = { corridors: wasCorridors, sectors: wasSectors, offices: wasOffices };
    const { removed } = changed(was, left);
    return {
      ...{ ...check, outcome: outcome.parse(check.outcome), removed },
      open: check.outcome === null && state === 'registered' && !back,
      named: namedIn({ place, wording }, removed, left),
    };
  });
}
