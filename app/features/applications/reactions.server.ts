import type { Kysely } from 'kysely';

import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { EventType, Fact } from '#app/events/catalogue.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { refuse, type Result } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';
import { auditBodyEngaged } from '#emails/audits/audit-body-engaged.tsx';
import { auditMustBegin } from '#emails/applications/audit-must-begin.tsx';

import {
  conclude,
  freezePackage,
  reopenReview,
  requestPayment,
  startAudit,
  startReview,
} from './clock.server.ts';
import { findWaitingBody } from './clocks/queries.server.ts';
import { findForMail } from './mails/queries.server.ts';

/** The application among the records a foreign fact is related to. */
async function applicationOf(db: Kysely<Database>, { related }: Fact) {
  const row = await db.selectFrom('application').select('id').where('id', 'in', related).executeTakeFirst();
  return row ? [row.id] : [];
}

/**
 * A step of ours that follows from another room's fact, dated as that fact. Facts may overtake each other in the queue:
 * a step that comes too early is tried again.
 */
const follow = <T extends EventType>(
  take: (fact: Fact<T>, id: string) => Promise<Result<unknown>>,
): Effect<T> => ({
  targets: (db, fact) => applicationOf(db, fact),
  async run(fact, id) {
    const outcome = await take(fact, id);
    if (!outcome.ok && outcome.refusal === 'not_yet')
      throw new Error(`${fact.type} came too early for ${id}`);
  },
});

export const requestFee = ({ db }: Means) =>
  follow<'invoice.issued'>(({ occurredAt, payload }, id) =>
    requestPayment({ db, now: occurredAt }, id, payload.dueOn),
  );

/** The fee begins a review, the extra fee goes on with one; other payments change nothing here. */
export const beginReview = ({ db }: Means) =>
  follow<'invoice.paid'>(async ({ occurredAt, payload }, id) => {
    const purpose = payload.purpose ?? (await purposeOf(db, payload.invoiceId));
    if (purpose === 'application_fee') return startReview({ db, now: occurredAt }, id);
    if (purpose === 'extra_fee') return reopenReview({ db, now: occurredAt }, id);
    return refuse('not_a_fee');
  });

async function purposeOf(db: Kysely<Database>, invoiceId: string) {
  const invoice = await db
    .selectFrom('invoice')
    .select('purpose')
    .where('id', '=', invoiceId)
    .executeTakeFirst();
  return invoice?.purpose;
}

/** Of an unannounced audit the application shows nothing before it begins. */
export const beginAudit = ({ db }: Means) =>
  follow<'audit.planned'>(({ occurredAt, payload }, id) =>
    payload.noticeType === 'unannounced'
      ? Promise.resolve(refuse('not_told'))
      : startAudit({ db, now: occurredAt }, id),
  );

/** Where planning it did so already, the rule says no and nothing happens. */
export const beginUntoldAudit = ({ db }: Means) =>
  follow<'audit.started'>(({ occurredAt }, id) => startAudit({ db, now: occurredAt }, id));

export const freeze = ({ db }: Means) =>
  follow<'audit.ready_for_decision'>(({ occurredAt }, id) => freezePackage({ db, now: occurredAt }, id));

export const concludeDecided = ({ db }: Means) =>
  follow<'decision.made'>(({ occurredAt, payload: { outcome, kind } }, id) =>
    outcome === 'returned'
      ? Promise.resolve(refuse('goes_on'))
      : conclude({ db, now: occurredAt }, id, {
          outcome: outcome === 'granted' ? 'certified' : 'refused',
          unaudited: kind === 'abandoned_audit',
        }),
  );

export const mailAuditBody = (means: Means) =>
  mailPeople<'application.engaged'>(means, {
    to: (db, { payload }) => peopleWith(db, ['auditor'], payload.auditBodyId),
    write: async ({ subject }) => {
      const application = await findForMail(means.db, subject);
      return application && auditBodyEngaged({ ...application, link: `${means.origin}/audits` });
    },
  });

/** Whose warning it is as much as the applicant's: the body alone can plan and begin an audit. */
const ofAudits: readonly string[] = ['first_audit_due', 'next_audit_due'];

/** The body engaged, unless an audit came about or the application ended meanwhile. */
export const mailBodyOfLapse = (means: Means) =>
  mailPeople<'application.reminded'>(means, {
    to: async (db, { subject, payload }) => {
      const body = ofAudits.includes(payload.about) ? await findWaitingBody(db, subject) : undefined;
      return body ? peopleWith(db, ['auditor'], body) : [];
    },
    write: async ({ subject, payload: { about, dueOn } }) => {
      if (!(await findWaitingBody(means.db, subject))) return undefined;
      const application = await findForMail(means.db, subject);
      if (!application) return undefined;
      const { recruiter, reference } = application;
      const first = about === 'first_audit_due';
      const day = dayInWords(dueOn);
      return auditMustBegin({ recruiter, reference, first, day, link: `${means.origin}/audits` });
    },
  });
