import { sql, type Kysely } from 'kysely';

import { addDays, dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Decider, Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { clocksOf, standingOf, statusesOf, toAppeal } from './appeal.server.ts';
import { listDecisions } from './decisions.server.ts';
import { listProposals } from './proposal/queries.server.ts';
import { lodge, read } from './rules.ts';
import { scopesOf } from './scope/reduction.server.ts';

const appeals = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate_appeal as appeal')
    .innerJoin('certificate', 'certificate.id', 'appeal.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .innerJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    // Where it brought a matter back; what was dropped gave its place to another, or to nothing.
    .leftJoin('decision_matter as again', (join) =>
      join.onRef('again.appeal_id', '=', 'appeal.id').on('again.state', '<>', 'dropped'),
    )
    .select(['again.state as againState', 'again.due_on as againBy'])
    .select([
      'appeal.id',
      'appeal.against',
      'appeal.against_at as againstAt',
      'appeal.stay',
      'appeal.outcome',
    ])
    .select([
      'appeal.lodged_at as lodgedAt',
      'appeal.due_on as dueOn',
      'appeal.acknowledge_by as acknowledgeBy',
    ])
    .select(['appeal.acknowledged_at as acknowledgedAt', 'appeal.stay_asked as stayAsked'])
    .select(['certificate.id as certificateId', 'certificate.number', 'organisation.name as recruiter'])
    .select('registration.number as registrationNumber');

type Row = Awaited<ReturnType<ReturnType<typeof appeals>['executeTakeFirstOrThrow']>>;
const toShown = (row: Row) => ({ ...row, ...toAppeal(row) });

/** Open ones first, the soonest due at the top; then those that were decided. */
export async function listCertificateAppeals({ db }: Scope<Officer | Decider>) {
  const rows = await appeals(db)
    .orderBy(sql`appeal.outcome is not null`)
    .orderBy('appeal.due_on')
    .limit(200)
    .execute();
  return rows.map(toShown);
}

/** What was said is left out for whoever had a part in the decision, or has not declared. */
export async function findCertificateAppeal({ db, actor, now }: Scope<Officer | Decider>, id: string) {
  const row = await appeals(db)
    .select(['appeal.grounds', 'appeal.stay_reasons as stayReasons', 'appeal.reasons'])
    .select(['appeal.status_position as position', 'appeal.version', 'appeal.decision_id as decisionId'])
    .where(isId('appeal.id', id))
    .executeTakeFirst();
  if (!row) return undefined;
  const { grounds, stayReasons, reasons, position, version, decisionId, ...facts } = row;
  const person = await standingOf(db, row.id, { accountId: actor.accountId, now });
  const reader = read(person);
  const of = { certificateId: row.certificateId, position, version, decisionId };
  const texts = reader.ok ? { grounds, stayReasons, reasons, decided: await reasonsFor(db, of) } : undefined;
  const proposals = await listProposals(db, row.id);
  const statuses =
    position === null
      ? undefined
      : await statusesOf(db, { appealId: row.id, certificateId: row.certificateId, position });
  const { id: appealId, certificateId } = row;
  const scopes =
    version === null
      ? undefined
      : await scopesOf(db, { appealId, certificateId, version, stay: toAppeal(row).stay });
  return {
    ...toShown(facts),
    texts,
    // That something waits to be confirmed is no secret; what, is.
    proposed: proposals.some(({ answer }) => answer === null) ? row.id : undefined,
    proposals: reader.ok
      ? proposals.map(({ by, ...proposal }) => ({ ...proposal, own: by === actor.accountId }))
      : [],
    person,
    scopes,
    refusal: reader.ok ? undefined : reader.refusal,
    statuses,
  };
}

type Of = {
  certificateId: string;
  position: number | null;
  version: number | null;
  decisionId: string | null;
};

/** Why it was decided as it was, in the words of whoever decided. */
async function reasonsFor(db: Kysely<Database>, { certificateId, position, version, decisionId }: Of) {
  if (position !== null) {
    const { note } = await db
      .selectFrom('certificate_status')
      .select('note')
      .where('position', '=', position)
      .executeTakeFirstOrThrow();
    return note;
  }
  if (version !== null) {
    const { note } = await db
      .selectFrom('certificate_version')
      .select('note')
      .where('certificate_id', '=', certificateId)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    return note;
  }
  const decision = await db
    .selectFrom('certification_decision')
    .select('reasons')
    .where('id', '=', decisionId)
    .executeTakeFirstOrThrow();
  return decision.reasons;
}

/** Decisions on one's own certificates that may still be appealed against, with the last day for it. */
export async function listOwnDecisions({ db, actor, now }: Scope<Recruiter>) {
  const decisions = await listDecisions(db, actor.organisationId);
  return decisions.flatMap(({ terms, ...decision }) => {
    const clocks = clocksOf(terms);
    const open = lodge(decision, clocks, dayOf(now));
    return open.ok ? [{ ...decision, ...clocks, until: addDays(decision.decidedOn, clocks.appealDays) }] : [];
  });
}

/** What one's own agency appealed against and what became of it, the newest first. */
export async function listOwnCertificateAppeals({ db, actor }: Scope<Recruiter>) {
  const rows = await appeals(db)
    .select(['appeal.grounds', 'appeal.stay_reasons as stayReasons', 'appeal.reasons'])
    .where('certificate.organisation_id', '=', actor.organisationId)
    .orderBy('appeal.lodged_at', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({ ...row, ...toAppeal(row) }));
}
