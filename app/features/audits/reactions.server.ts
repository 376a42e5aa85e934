import type { Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { auditPlanned } from '#emails/audits/audit-planned.tsx';

import { closeAudit } from './commands/close-audit.server.ts';
import { typeNames } from './model.ts';
import { findAudit } from './queries.server.ts';

const actor = { kind: 'system' } as const;

/** Tells the recruiter's people of the days, unless nobody is to know. */
export const mailAuditPlanned = (means: Means) =>
  mailPeople<'audit.planned'>(means, {
    async to(db, { subject }) {
      const audit = await findAudit({ db, actor }, subject);
      return !audit || audit.noticeType === 'unannounced'
        ? []
        : peopleWith(db, ['recruiter'], audit.organisationId);
    },
    async write({ subject, payload: { startsOn, endsOn } }) {
      const audit = await findAudit({ db: means.db, actor }, subject);
      if (audit?.state !== 'planned') return undefined;
      const leadAuditor = audit.team.find(({ role }) => role === 'lead_auditor')?.name ?? audit.auditBody;
      const days =
        startsOn === endsOn ? dayInWords(startsOn) : `${dayInWords(startsOn)} to ${dayInWords(endsOn)}`;
      return auditPlanned({
        type: typeNames[audit.type],
        days,
        leadAuditor,
        link: `${means.origin}/audits/${audit.id}`,
      });
    },
  });

/** The audits a decision ends: those that waited for it. */
async function decidedAudits(db: Kysely<Database>, { subject, related }: Fact) {
  const rows = await db
    .selectFrom('audit')
    .select('id')
    .where('application_id', 'in', [subject, ...related])
    .where('state', '=', 'ready_for_decision')
    .execute();
  return rows.map(({ id }) => id);
}

/** Dated as the decision it follows; when it was done before, the rule says so and nothing happens. */
export const closeDecidedAudit = ({ db }: Means): Effect<'decision.made'> => ({
  targets: decidedAudits,
  async run({ occurredAt }, auditId) {
    await closeAudit({ db, actor, now: occurredAt }, auditId);
  },
});
