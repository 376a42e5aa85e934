import type { Kysely } from 'kysely';

import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import type { Database } from '#db/client.server.ts';
import { approvalEnded, approvalEnding, approvalGranted } from '#emails/bodies/approval-told.tsx';

import { findApproval } from './queries.server.ts';

const peopleOf = (db: Kysely<Database>, bodyId: string) => peopleWith(db, ['auditor', 'reviewer'], bodyId);

async function findForMail({ db, origin }: Means, approvalId: string) {
  const approval = await findApproval({ db }, approvalId);
  if (!approval) return undefined;
  const body = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', approval.bodyId)
    .executeTakeFirst();
  return {
    ...approval,
    body: body?.name ?? '',
    countries: approval.countries.map(countryName).join(', '),
    untilDay: dayInWords(approval.validUntil),
    link: `${origin}/audit-body/${approval.bodyId}`,
  };
}

export const mailApproved = (means: Means) =>
  mailPeople<'audit_body.approved'>(means, {
    to: (db, { subject }) => peopleOf(db, subject),
    async write({ payload }) {
      const approval = await findForMail(means, payload.approvalId);
      return approval && approvalGranted(approval);
    },
  });

export const mailApprovalEnded = (means: Means) =>
  mailPeople<'audit_body.approval_ended'>(means, {
    to: (db, { subject }) => peopleOf(db, subject),
    async write({ payload }) {
      const approval = await findForMail(means, payload.approvalId);
      return approval?.endReason ? approvalEnded({ ...approval, reason: approval.endReason }) : undefined;
    },
  });

/** Both ends are told: the body asks for its renewal, the scheme grants it. */
export const mailApprovalEnding = (means: Means) =>
  mailPeople<'audit_body.approval_expiring'>(means, {
    to: async (db, { subject }) => [...(await peopleOf(db, subject)), ...(await peopleWith(db, ['officer']))],
    async write({ payload }) {
      const approval = await findForMail(means, payload.approvalId);
      // Ended in the meantime: there is nothing left to warn of.
      return approval && approval.endedOn === null ? approvalEnding(approval) : undefined;
    },
  });
