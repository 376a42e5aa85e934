import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { auditEnded } from '#emails/audits/audit-abandoned.tsx';

import { underWay } from '../model.ts';
import { findAudit } from '../queries.server.ts';
import { endWithApplication, endWithCertificate } from './commands.server.ts';

const actor = { kind: 'system' } as const;

const running = [...underWay, 'caps_open' as const, 'ready_for_decision' as const];

/** With the application everything ends that was to lead to its first certificate. */
export const endAudits = <T extends 'application.withdrawn' | 'application.lapsed'>(
  { db }: Means,
  ended: 'withdrawn' | 'lapsed',
): Effect<T> => ({
  targets: async (from, { subject }) =>
    (
      await from
        .selectFrom('audit')
        .select('audit.id')
        .where('audit.application_id', '=', subject)
        .where('audit.certificate_id', 'is', null)
        .where('audit.state', 'in', running)
        .execute()
    ).map(({ id }) => id),
  async run({ occurredAt }, auditId) {
    await endWithApplication({ db, actor, now: occurredAt }, auditId, ended);
  },
});

/** With a certificate what was to keep it ends; of what waits for the panel it is said when its matter is dropped. */
export const endAuditsOf = <
  T extends 'certificate.withdrawn' | 'certificate.expired' | 'certificate.superseded',
>(
  { db }: Means,
  ended: 'withdrawn' | 'expired' | 'superseded',
): Effect<T> => ({
  targets: async (from, { subject }) =>
    (
      await from
        .selectFrom('audit')
        .select('audit.id')
        .where('audit.certificate_id', '=', subject)
        .where('audit.state', 'in', [...underWay, 'caps_open' as const])
        .execute()
    ).map(({ id }) => id),
  async run({ occurredAt }, auditId) {
    await endWithCertificate({ db, actor, now: occurredAt }, auditId, ended);
  },
});

/** The team, and the recruiter where it knew that the audit was coming. */
export const mailEnded = <T extends 'audit.ended_with_application' | 'audit.ended_with_certificate'>(
  means: Means,
  reader: 'body' | 'recruiter',
) =>
  mailPeople<T>(means, {
    async to(db, { subject, occurredAt }) {
      const audit = await findAudit({ db, actor, now: occurredAt }, subject);
      if (!audit) return [];
      if (reader === 'body') return audit.team.map(({ accountId }) => accountId);
      const told = await db
        .selectFrom('audit')
        .select('id')
        .where('id', '=', subject)
        .where(({ fn }) => fn.coalesce('notified_at', 'started_at'), 'is not', null)
        .executeTakeFirst();
      return told ? peopleWith(db, ['recruiter'], audit.organisationId) : [];
    },
    async write({ type, subject, occurredAt, payload }) {
      const audit = await findAudit({ db: means.db, actor, now: occurredAt }, subject);
      if (!audit) return undefined;
      const { recruiter, reference } = audit;
      const link = `${means.origin}/audits/${subject}`;
      const of = type === 'audit.ended_with_certificate' ? 'certificate' : 'application';
      return auditEnded({ recruiter, reference, of, ended: payload.ended, reader, link });
    },
  });
