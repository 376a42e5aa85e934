import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { auditEnded } from '#emails/audits/audit-abandoned.tsx';

import { underWay } from '../model.ts';
import { findAudit } from '../queries.server.ts';
import { endWithApplication } from './commands.server.ts';

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

/** The team, and the recruiter where it knew that the audit was coming. */
export const mailEnded = (means: Means, reader: 'body' | 'recruiter') =>
  mailPeople<'audit.ended_with_application'>(means, {
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
    async write({ subject, occurredAt, payload }) {
      const audit = await findAudit({ db: means.db, actor, now: occurredAt }, subject);
      if (!audit) return undefined;
      const { recruiter, reference } = audit;
      const link = `${means.origin}/audits/${subject}`;
      return auditEnded({ recruiter, reference, ended: payload.ended, reader, link });
    },
  });
