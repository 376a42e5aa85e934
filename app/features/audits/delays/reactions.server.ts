import type { Kysely } from 'kysely';
import { z } from 'zod';

import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { bodyLate } from '#emails/audits/body-late.tsx';

import { nameOf } from '../findings/model.ts';
import { occasionNames, occasions } from './model.ts';

const occasion = z.enum(occasions);

const findDelay = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('audit_delay as delay')
    .innerJoin('audit', 'audit.id', 'delay.audit_id')
    .innerJoin('organisation as body', 'body.id', 'audit.audit_body_id')
    .innerJoin('organisation as recruiter', 'recruiter.id', 'audit.organisation_id')
    .leftJoin('finding', 'finding.id', 'delay.finding_id')
    .select(['delay.audit_id as auditId', 'delay.finding_id as findingId', 'delay.occasion'])
    .select(['delay.due_on as dueOn', 'audit.reference', 'finding.number', 'body.name as body'])
    .select(['recruiter.name as recruiter', 'audit.audit_body_id as bodyId'])
    .select('audit.organisation_id as recruiterId')
    .where('delay.id', '=', id)
    .executeTakeFirst();

/** Who leads the audit, who reviews at the body, and who manages its people. */
async function peopleOfBody(db: Kysely<Database>, { auditId, bodyId }: { auditId: string; bodyId: string }) {
  const rows = await db
    .selectFrom('membership')
    .select('account_id')
    .distinct()
    .where('organisation_id', '=', bodyId)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('role', '=', 'reviewer'),
        eb('owner_since', 'is not', null),
        exists(
          selectFrom('audit_team_member as member')
            .select('member.account_id')
            .whereRef('member.account_id', '=', 'membership.account_id')
            .where('member.audit_id', '=', auditId)
            .where('member.role', '=', 'lead_auditor'),
        ),
      ]),
    )
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** The audit body that is late, and the officers of the scheme that approved it; nobody tied to the recruiter. */
export const mailBodyLate = (means: Means, to: 'body' | 'officers') =>
  mailPeople<'audit.body_late'>(means, {
    async to(db, { payload, occurredAt }) {
      const delay = await findDelay(db, payload.delayId);
      if (!delay) return [];
      const people = to === 'body' ? await peopleOfBody(db, delay) : await peopleWith(db, ['officer']);
      return untied(db, people, { recruiter: delay.recruiterId, on: occurredAt });
    },
    async write({ payload }) {
      const delay = await findDelay(means.db, payload.delayId);
      if (!delay) return undefined;
      const { auditId, findingId, reference, number, body, recruiter, dueOn } = delay;
      return bodyLate({
        ...{ to, body, recruiter, dueDay: dayInWords(dueOn) },
        what: occasionNames[occasion.parse(delay.occasion)],
        record: number === null ? reference : nameOf({ auditReference: reference, number }),
        link: `${means.origin}${findingId ? `/findings/${findingId}` : `/audits/${auditId}`}`,
      });
    },
  });
