import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { applicationMail } from '#emails/applications/application-mail.tsx';
import type { Kind } from '#emails/applications/words/kinds.ts';

import {
  appealReasons,
  askedFor,
  findForMail,
  independentPeople,
  reviewersOf,
  reviewReasons,
} from './queries.server.ts';

type Application = NonNullable<Awaited<ReturnType<typeof findForMail>>>;
type More = { day?: string | undefined; number?: string; reasons?: readonly string[] };

type Letter<T extends EventType> = {
  kind: Kind | ((fact: Fact<T>) => Kind | undefined);
  path?: string | ((fact: Fact<T>) => string);
  to?: (db: Kysely<Database>, fact: Fact<T>) => Promise<string[]>;
  say?: (fact: Fact<T>, application: Application) => More | Promise<More>;
};

/** Everyone of the applicant. */
const applicants = async (db: Kysely<Database>, { subject }: Fact) => {
  const application = await findForMail(db, subject);
  return application ? peopleWith(db, ['recruiter'], application.organisationId) : [];
};

const letter = <T extends EventType>(
  means: Means,
  { kind, path = '/apply', to = applicants, say = () => ({}) }: Letter<T>,
) =>
  mailPeople<T>(means, {
    to,
    write: async (fact, language) => {
      const application = await findForMail(means.db, fact.subject);
      const which = typeof kind === 'string' ? kind : kind(fact);
      if (!application || !which) return undefined;
      const where = typeof path === 'string' ? path : path(fact);
      const { reference, recruiter, fee } = application;
      const facts = { reference, recruiter, fee, ...(await say(fact, application)) };
      return applicationMail(which, language, { ...facts, link: `${means.origin}${where}` });
    },
  });

export const mailSubmitted = (means: Means) =>
  letter<'application.payment_requested'>(means, {
    kind: 'submitted',
    say: ({ payload }) => ({ day: payload.dueOn }),
  });

export const mailPaymentReceived = (means: Means) =>
  letter<'application.review_started'>(means, {
    kind: 'review_started',
    say: ({ payload }) => ({ day: payload.dueOn }),
  });

/** The officer's words, then every gap by its section. */
export const mailDeferred = (means: Means) =>
  letter<'application.deferred'>(means, {
    kind: 'deferred',
    say: async ({ subject, payload, occurredAt }) => ({
      day: payload.answerBy,
      reasons: await askedFor(means.db, subject, occurredAt),
    }),
  });

export const mailRejected = (means: Means) =>
  letter<'application.rejected'>(means, {
    kind: 'rejected',
    path: '/apply/appeal',
    say: async ({ subject, occurredAt }, { appealDays }) => ({
      day: addDays(dayOf(occurredAt), appealDays),
      reasons: await reviewReasons(means.db, subject, occurredAt),
    }),
  });

export const mailAccepted = (means: Means) =>
  letter<'application.accepted'>(means, {
    kind: 'accepted',
    path: '/apply/audit-body',
    say: ({ payload, occurredAt }, { engagementDays }) => ({
      number: payload.registrationNumber,
      day: addDays(dayOf(occurredAt), engagementDays),
    }),
  });

export const mailDeferralExpired = (means: Means) =>
  letter<'application.deferral_expired'>(means, {
    kind: 'deferral_expired',
    say: ({ payload }) => ({ day: payload.lapsesOn }),
  });

export const mailLapsed = (means: Means) => letter<'application.lapsed'>(means, { kind: 'lapsed' });
export const mailWithdrawn = (means: Means) => letter<'application.withdrawn'>(means, { kind: 'withdrawn' });
export const mailDiscarded = (means: Means) => letter<'application.discarded'>(means, { kind: 'discarded' });

export const mailAppealed = (means: Means) =>
  letter<'application.appealed'>(means, {
    kind: 'appealed',
    path: '/apply/appeal',
    say: ({ payload }) => ({ day: payload.dueOn }),
  });

export const mailAppealToScheme = (means: Means) =>
  letter<'application.appealed'>(means, {
    kind: 'appeal_lodged',
    path: ({ payload }) => `/scheme/appeals/${payload.appealId}/decide`,
    to: (db, { subject }) => independentPeople(db, subject),
    say: ({ payload }) => ({ day: payload.dueOn }),
  });

export const mailAppealDecided = (means: Means) =>
  letter<'application.appeal_decided'>(means, {
    kind: ({ payload }) => (payload.outcome === 'upheld' ? 'appeal_upheld' : 'appeal_dismissed'),
    path: '/apply/appeal',
    say: async ({ payload }) => ({ reasons: await appealReasons(means.db, payload.appealId) }),
  });

/** That the body is left is told to its auditors, why is not: the applicant owes them no reason. */
export const mailBodyLeft = (means: Means) =>
  letter<'application.engaged'>(means, {
    kind: 'body_left',
    path: '/audits',
    to: async (db, { payload: { instead } }) => (instead ? peopleWith(db, ['auditor'], instead) : []),
  });

const toApplicant = [
  'payment_due',
  'answer_due',
  'expired_lapse_due',
  'engagement_due',
  'first_audit_due',
  'next_audit_due',
  'draft_idle',
] as const;
const ofReviews = ['review_due', 'review_overdue'] as const;
const ofAppeals = ['appeal_due', 'appeal_overdue'] as const;

const among = <K extends string>(kinds: readonly K[], about: string) => kinds.find((kind) => kind === about);

/** Whom a reminder is for says what it is about. */
export const mailReminder = (means: Means) =>
  letter<'application.reminded'>(means, {
    kind: ({ payload: { about } }) =>
      among(toApplicant, about) ?? among(ofReviews, about) ?? among(ofAppeals, about),
    path: ({ subject, payload: { about } }) => {
      if (among(ofAppeals, about)) return '/scheme/appeals';
      return among(ofReviews, about) ? `/scheme/applications/${subject}` : '/apply';
    },
    to: (db, fact) => {
      const { about } = fact.payload;
      if (among(ofAppeals, about)) return independentPeople(db, fact.subject);
      return among(ofReviews, about) ? reviewersOf(db, fact.subject) : applicants(db, fact);
    },
    say: ({ payload }) => ({ day: payload.dueOn }),
  });
