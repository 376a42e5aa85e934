import type { Kysely } from 'kysely';

import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { objectionAnswered, objectionRaised } from '#emails/audits/objection.tsx';

import { findObjection } from './queries.server.ts';

const findAuditOf = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('audit')
    .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
    .select(['audit.id', 'audit.reference', 'audit.organisation_id', 'audit.audit_body_id'])
    .select('organisation.name as recruiter')
    .where('audit.id', '=', id)
    .executeTakeFirst();

/** The body's second person and the scheme: either may answer, unless they are tied to who objects. */
export const mailObjection = (means: Means) =>
  mailPeople<'audit.team_objected'>(means, {
    async to(db, { subject, occurredAt }) {
      const audit = await findAuditOf(db, subject);
      if (!audit) return [];
      const reviewers = await peopleWith(db, ['reviewer'], audit.audit_body_id);
      const people = [...reviewers, ...(await peopleWith(db, ['officer']))];
      return untied(db, people, { recruiter: audit.organisation_id, on: occurredAt });
    },
    async write({ subject, payload }) {
      const audit = await findAuditOf(means.db, subject);
      const objection = await findObjection(means.db, subject, payload.objectionId);
      // Answered in the meantime: nothing is left to do.
      if (!audit || !objection || objection.outcome !== null) return undefined;
      return objectionRaised({
        ...audit,
        member: objection.member,
        byDay: dayInWords(payload.answerBy),
        link: `${means.origin}/audits/${subject}/objections/${objection.id}/answer`,
      });
    },
  });

export const mailAnswer = (means: Means) =>
  mailPeople<'audit.objection_answered'>(means, {
    async to(db, { subject }) {
      const audit = await findAuditOf(db, subject);
      return audit ? peopleWith(db, ['recruiter'], audit.organisation_id) : [];
    },
    async write({ subject, payload: { objectionId, outcome } }) {
      const objection = await findObjection(means.db, subject, objectionId);
      if (!objection?.answer) return undefined;
      const link = `${means.origin}/audits/${subject}/objections`;
      return objectionAnswered({ member: objection.member, outcome, reasons: objection.answer, link });
    },
  });
