import { sql, type ExpressionBuilder } from 'kysely';

import { addDays, dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';
import { daysTold } from '#db/days-told.ts';
import { hasTie } from '#db/has-tie.ts';

import { isTied } from '../tie.server.ts';
import { isSpecialUntold } from '../ground.server.ts';
import { watchReasons } from '../model.ts';

const most = 20;
/** The scheme ends a watch within so many days of what it was for. */
const endDays = 5;

type Watched = ExpressionBuilder<Database, 'certificate'>;

/** The same as the database's triggers ask, written out: so the planner looks findings up by their holder. */
const grave = ({ selectFrom }: Watched) =>
  selectFrom('finding')
    .select('finding.id')
    .whereRef('finding.organisation_id', '=', 'certificate.organisation_id')
    .where('finding.grade', 'in', ['critical', 'major'])
    .where(sql<boolean>`is_open_point(finding.grade, finding.state)`);

/** A special audit that was ordered and is still to come, or whose report is still to come. */
const special = ({ selectFrom }: Watched) =>
  selectFrom('audit_programme_entry as entry')
    .leftJoin('audit', 'audit.id', 'entry.audit_id')
    .select('entry.id')
    .whereRef('entry.certificate_id', '=', 'certificate.id')
    .where('entry.type', '=', 'special')
    .where('entry.dropped_at', 'is', null)
    // Also cancelled, refused or broken off: it is scheduled again.
    .where('audit.reviewed_at', 'is', null);

const isOver = (where: Watched) =>
  where.and([
    where('certificate.status', '=', 'active_under_watch'),
    where.not(where.exists(grave(where))),
    where.or([
      where('certificate.reason_class', '<>', 'special_audit'),
      where.not(where.exists(special(where))),
    ]),
  ]);

/** Since when nothing has been open of what a watch is for. */
const freeSince = ({ selectFrom }: Watched) =>
  selectFrom('finding')
    .select(({ fn }) =>
      fn
        .max(
          fn.coalesce('finding.closed_at', 'finding.withdrawn_at', 'finding.issued_at', 'finding.raised_at'),
        )
        .as('at'),
    )
    .whereRef('finding.organisation_id', '=', 'certificate.organisation_id')
    .where('finding.grade', 'in', ['critical', 'major']);

/**
 * Watches with nothing left to watch, the longest first; one that has something grave again leaves the desk. The
 * index `certificate_watched` holds certificates under watch alone.
 */
export async function listWatchTasks({ db, actor, now }: Scope<Officer>): Promise<Task[]> {
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['certificate.id', 'certificate.number', 'certificate.since', 'organisation.name'])
    .select((of) => freeSince(of).as('freeSince'))
    .where(isOver)
    .where('certificate.valid_until', '>=', dayOf(now))
    .where(({ not }) => not(hasTie(actor.accountId, sql.ref('certificate.organisation_id'), dayOf(now))))
    .orderBy('certificate.since')
    .orderBy('certificate.id')
    .limit(most)
    .execute();
  return rows.map(({ id, number, name, since, freeSince }) => ({
    id,
    what: `End the watch of ${name}: nothing grave is open any more`,
    about: number,
    due: addDays(dayOf(freeSince && freeSince > since ? freeSince : since), endDays),
    href: `/scheme/certificates/${id}/clear`,
    action: 'End the watch',
  }));
}

/**
 * Certificates whose holder knows by now of the special audit that a complaint of harm brought: the scheme may place
 * them under watch (domain 2.8 d). One whose watch ended since is not asked about again.
 */
export async function listToWatchTasks({ db, actor, now }: Scope<Officer>): Promise<Task[]> {
  const rows = await db
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('audit', 'audit.id', 'entry.audit_id')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['entry.id', 'certificate.id as certificateId', 'certificate.number', 'organisation.name'])
    .where('entry.type', '=', 'special')
    .where('entry.trigger', '=', 'critical_complaint')
    .where('entry.dropped_at', 'is', null)
    .where('audit.reviewed_at', 'is', null)
    .where('audit.state', 'not in', ['cancelled', 'refused_by_auditee', 'aborted', 'closed'])
    .where(daysTold)
    .where('certificate.status', '=', 'active')
    .where('certificate.valid_until', '>=', dayOf(now))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('certificate_status as since')
            .select('since.position')
            .whereRef('since.certificate_id', '=', 'certificate.id')
            .where('since.action', '=', 'cleared')
            .whereRef('since.decided_at', '>=', 'entry.ordered_at'),
        ),
      ),
    )
    .where(({ not }) => not(hasTie(actor.accountId, sql.ref('certificate.organisation_id'), dayOf(now))))
    .orderBy('entry.ordered_at')
    .orderBy('entry.id')
    .limit(most)
    .execute();
  return rows.map(({ id, certificateId, number, name }) => ({
    ...{ id: `watch-${id}`, about: number, due: null },
    what: `Place ${name} under watch while its special audit is under way, if the complaint asks for it`,
    href: `/scheme/certificates/${certificateId}/watch?reasonClass=special_audit`,
    action: 'Look',
  }));
}

/** What a watch may be for today. Whoever is tied to the holder, and may place none, learns nothing by it. */
export async function listWatchReasons({ db, actor, now }: Scope<Officer>, certificateId: string) {
  const hidden =
    (await isSpecialUntold(db, certificateId)) && !(await isTied(db, certificateId, { actor, now }));
  return hidden ? (['open_major_finding'] as const) : watchReasons;
}

/** Of a certificate under watch, whether that can end; of any other, undefined. */
export async function findWatch({ db }: Pick<Scope, 'db'>, certificateId: string) {
  const row = await db
    .selectFrom('certificate')
    .select((of) => [of.exists(grave(of)).as('grave'), of.exists(special(of)).as('special')])
    .select((of) => isOver(of).as('over'))
    .where('certificate.status', '=', 'active_under_watch')
    .where(isId('certificate.id', certificateId))
    .executeTakeFirst();
  return row && { grave: row.grave === true, special: row.special === true, over: row.over === true };
}
