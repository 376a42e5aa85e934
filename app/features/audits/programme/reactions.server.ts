import { sql, type Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { askedOfPanel } from '#app/features/certificates/rules.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';
import { auditDue } from '#emails/audits/audit-due.tsx';

import { closeAudit } from '../commands/close-audit.server.ts';
import { triggerNames, typeNames } from '../model.ts';
import { carryOrders } from './commands/carry-orders.server.ts';
import { dropProgramme, returnProgramme } from './commands/follow-certificate.server.ts';
import { orderForComplaint } from './commands/order-for-complaint.server.ts';
import { dropScopeAudit, orderScopeAudit } from './commands/order-scope-audit.server.ts';
import { reckonRisk } from './commands/reckon-risk.server.ts';
import { setProgramme } from './commands/set-programme.server.ts';
import { findEntry } from './queries.server.ts';
import { standingStatuses } from './rules.ts';

const actor = { kind: 'system' } as const;

/** Repeated after a crash it finds the programme set and leaves it; then what was ordered of the one before has its place. */
export const setOnIssue = ({ db }: Means): Effect<'certificate.issued'> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt }, certificateId) {
    await setProgramme({ db, actor, now: occurredAt }, certificateId);
    await carryOrders({ db, actor, now: occurredAt }, certificateId);
  },
});

type Graver = 'certificate.suspended' | 'finding.issued' | 'finding.regraded' | 'finding.escalated';

/** What happens in a cycle may ask for more audits of it: a suspension, or a finding that is grave by now. */
export const reckonAgain = <T extends Graver>({ db }: Means): Effect<T> => ({
  async targets(from, { subject, related }) {
    const rows = await from
      .selectFrom('certificate')
      .select('id')
      .where(({ or, eb }) => or([eb('id', '=', subject), eb('organisation_id', 'in', [...related, subject])]))
      .where('status', 'in', standingStatuses)
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ occurredAt }, certificateId) {
    await reckonRisk({ db, actor, now: occurredAt }, certificateId);
  },
});

type Asked = 'certificate.scope_audit_needed' | 'certificate.scope_request_carried';

/** A wider scope that has to be audited first, also of the certificate its request was carried to. */
export const orderForScope = <T extends Asked>({ db }: Means): Effect<T> => ({
  targets: (_db, { payload }) => Promise.resolve([payload.requestId]),
  async run({ occurredAt }, requestId) {
    await orderScopeAudit({ db, now: occurredAt }, requestId);
  },
});

type Unasked = 'certificate.scope_extension_refused' | 'certificate.scope_request_ended';

export const dropForScope = <T extends Unasked>({ db }: Means): Effect<T> => ({
  targets: (_db, { payload }) => Promise.resolve([payload.requestId]),
  async run({ occurredAt }, requestId) {
    await dropScopeAudit({ db, now: occurredAt }, requestId);
  },
});

/** A severe complaint that was found to be so, whoever's certificate it is about. */
export const orderOnSevere = ({ db }: Means): Effect<'complaint.substantiated'> => ({
  targets: (_db, { subject, payload }) => Promise.resolve(payload.severe ? [subject] : []),
  async run({ occurredAt }, complaintId) {
    await orderForComplaint({ db, now: occurredAt }, complaintId);
  },
});

type Ended = 'certificate.withdrawn' | 'certificate.superseded' | 'certificate.transferred';

/** Withdrawn, or in the place of a newer one that has a programme of its own and what was ordered of this one. */
export const dropOnEnd = <T extends Ended>({ db }: Means): Effect<T> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt }, certificateId) {
    await dropProgramme({ db, actor, now: occurredAt }, certificateId);
    await carryOrders({ db, actor, now: occurredAt }, certificateId);
  },
});

type Undone = 'audit.cancelled' | 'audit.refused_by_auditee' | 'audit.aborted';

/** An audit that was under way when another certificate took the place of its own, and did not take place. */
export const carryAfterAudit = <T extends Undone>({ db }: Means): Effect<T> => ({
  async targets(from, { subject }) {
    const rows = await from
      .selectFrom('audit_programme_entry as entry')
      .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
      .select('entry.certificate_id as id')
      .where('entry.audit_id', '=', subject)
      .where('certificate.status', 'in', ['superseded', 'transferred'])
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ occurredAt }, certificateId) {
    await carryOrders({ db, actor, now: occurredAt }, certificateId);
  },
});

/** It stands again; where it ended before its programme was set, that is done now. */
export const returnWithCertificate = ({ db }: Means): Effect<'certificate.returned'> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt }, certificateId) {
    await setProgramme({ db, actor, now: occurredAt }, certificateId);
    await returnProgramme({ db, actor, now: occurredAt }, certificateId);
  },
});

/** Audits of a certificate after which it goes on without a decision, when nothing grave is open (ISO/IEC 17021-1, 9.6.1). */
export const closeUndecided = ({ db }: Means): Effect<'audit.ready_for_decision'> => ({
  async targets(from, { subject, occurredAt }) {
    const row = await from
      .selectFrom('audit')
      .innerJoin('certificate', 'certificate.id', 'audit.certificate_id')
      .select(['audit.id', 'audit.type', 'certificate.status', 'certificate.reason_class as reasonClass'])
      .select('certificate.valid_until as validUntil')
      .where('audit.id', '=', subject)
      .executeTakeFirst();
    return row && askedOfPanel(row.type, row, dayOf(occurredAt)) === undefined ? [row.id] : [];
  },
  async run({ occurredAt }, auditId) {
    await closeAudit({ db, actor, now: occurredAt }, auditId);
  },
});

/** The body's auditors, but for those who are tied to the recruiter: it would learn from them what it is not told. */
async function bodyOf(db: Kysely<Database>, { subject, related: [auditBodyId], occurredAt }: Fact) {
  const people = auditBodyId ? await peopleWith(db, ['auditor'], auditBodyId) : [];
  if (people.length === 0) return [];
  const free = await db
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .innerJoin('account', (join) => join.on('account.id', 'in', people))
    .select('account.id')
    .where('entry.id', '=', subject)
    .where(({ not }) =>
      not(hasTie(sql.ref('account.id'), sql.ref('certificate.organisation_id'), dayOf(occurredAt))),
    )
    .execute();
  return free.map(({ id }) => id);
}

/** The entry as the body would see it; nothing when it was scheduled or dropped meanwhile. */
async function lettersOf({ db, origin }: Means, { subject, related: [auditBodyId], occurredAt }: Fact) {
  if (!auditBodyId) return undefined;
  const body = { kind: 'auditor', accountId: auditBodyId, organisationId: auditBodyId } as const;
  const entry = await findEntry({ db, actor: body, now: occurredAt }, subject);
  return (
    entry &&
    auditDue({
      type: typeNames[entry.type],
      recruiter: entry.recruiter,
      certificate: entry.number,
      lastDay: dayInWords(entry.dueOn),
      cause: entry.trigger && triggerNames[entry.trigger],
      link: `${origin}/audits/programme/${entry.id}`,
    })
  );
}

export const mailDue = (means: Means) =>
  mailPeople<'audit.due'>(means, { to: bodyOf, write: (fact) => lettersOf(means, fact) });

export const mailOrdered = (means: Means) =>
  mailPeople<'audit.ordered'>(means, { to: bodyOf, write: (fact) => lettersOf(means, fact) });

/** A new audit body alone: the one of before knows it. */
export const mailCarried = (means: Means) =>
  mailPeople<'audit.carried'>(means, { to: bodyOf, write: (fact) => lettersOf(means, fact) });
