import type { Kysely } from 'kysely';

import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { EventType, Fact } from '#app/events/catalogue.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { addDays, dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Result } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';
import { applicationAccepted } from '#emails/applications/application-accepted.tsx';
import { applicationDeferred } from '#emails/applications/application-deferred.tsx';
import { applicationRejected } from '#emails/applications/application-rejected.tsx';
import { applicationSubmitted } from '#emails/applications/application-submitted.tsx';
import { paymentReceived } from '#emails/applications/payment-received.tsx';
import { auditBodyEngaged } from '#emails/audits/audit-body-engaged.tsx';
import { readyForDecision } from '#emails/audits/ready-for-decision.tsx';

import { conclude, freezePackage, requestPayment, startAudit, startReview } from './clock.server.ts';
import { findForMail } from './mail.server.ts';

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

export const beginReview = ({ db }: Means) =>
  follow<'invoice.paid'>(({ occurredAt }, id) => startReview({ db, now: occurredAt }, id));

export const beginAudit = ({ db }: Means) =>
  follow<'audit.planned'>(({ occurredAt }, id) => startAudit({ db, now: occurredAt }, id));

export const freeze = ({ db }: Means) =>
  follow<'audit.ready_for_decision'>(({ occurredAt }, id) => freezePackage({ db, now: occurredAt }, id));

export const concludeDecided = ({ db }: Means) =>
  follow<'decision.made'>(({ occurredAt, payload }, id) =>
    conclude({ db, now: occurredAt }, id, payload.outcome === 'granted' ? 'certified' : 'refused'),
  );

/** Everyone of the applicant. */
const applicants = async (db: Kysely<Database>, { subject }: Fact) => {
  const application = await findForMail(db, subject);
  return application ? peopleWith(db, ['recruiter'], application.organisationId) : [];
};

export const mailSubmitted = (means: Means) =>
  mailPeople<'application.payment_requested'>(means, {
    to: applicants,
    write: async ({ subject, payload }) => {
      const application = await findForMail(means.db, subject);
      return (
        application &&
        applicationSubmitted({
          ...application,
          dueDay: dayInWords(payload.dueOn),
          link: `${means.origin}/apply`,
        })
      );
    },
  });

export const mailPaymentReceived = (means: Means) =>
  mailPeople<'application.review_started'>(means, {
    to: applicants,
    write: async ({ subject, payload }) => {
      const application = await findForMail(means.db, subject);
      return (
        application &&
        paymentReceived({
          ...application,
          reviewDay: dayInWords(payload.dueOn),
          link: `${means.origin}/apply`,
        })
      );
    },
  });

export const mailDeferred = (means: Means) =>
  mailPeople<'application.deferred'>(means, {
    to: applicants,
    write: async ({ subject, payload }) => {
      const application = await findForMail(means.db, subject);
      return (
        application &&
        applicationDeferred({
          ...application,
          answerDay: dayInWords(payload.answerBy),
          link: `${means.origin}/apply`,
        })
      );
    },
  });

export const mailRejected = (means: Means) =>
  mailPeople<'application.rejected'>(means, {
    to: applicants,
    write: async ({ subject, occurredAt }) => {
      const application = await findForMail(means.db, subject);
      if (!application) return undefined;
      const appealDay = dayInWords(addDays(dayOf(occurredAt), application.appealDays));
      return applicationRejected({ ...application, appealDay, link: `${means.origin}/apply` });
    },
  });

export const mailAccepted = (means: Means) =>
  mailPeople<'application.accepted'>(means, {
    to: applicants,
    write: async ({ subject, payload, occurredAt }) => {
      const application = await findForMail(means.db, subject);
      if (!application) return undefined;
      const engageDay = dayInWords(addDays(dayOf(occurredAt), application.engagementDays));
      return applicationAccepted({
        registrationNumber: payload.registrationNumber,
        engageDay,
        link: `${means.origin}/apply/audit-body`,
      });
    },
  });

export const mailAuditBody = (means: Means) =>
  mailPeople<'application.engaged'>(means, {
    to: (db, { payload }) => peopleWith(db, ['auditor'], payload.auditBodyId),
    write: async ({ subject }) => {
      const application = await findForMail(means.db, subject);
      return application && auditBodyEngaged({ ...application, link: `${means.origin}/audits` });
    },
  });

export const mailPanel = (means: Means) =>
  mailPeople<'application.package_frozen'>(means, {
    to: (db) => peopleWith(db, ['decider']),
    write: async ({ subject, occurredAt }) => {
      const application = await findForMail(means.db, subject);
      if (!application) return undefined;
      const dueDay = dayInWords(addDays(dayOf(occurredAt), application.decisionDays));
      return readyForDecision({
        ...application,
        dueDay,
        link: `${means.origin}/scheme/decisions/${subject}`,
      });
    },
  });
