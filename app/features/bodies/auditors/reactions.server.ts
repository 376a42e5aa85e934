import type { Kysely } from 'kysely';

import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Fact } from '#app/events/catalogue.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { auditorDecided, auditorEnding } from '#emails/bodies/auditor-told.tsx';

import { levelNames } from './model.ts';
import { findAuditorApproval } from './queries.server.ts';

type Told =
  | 'auditor.approved'
  | 'auditor.approval_refused'
  | 'auditor.approval_suspended'
  | 'auditor.suspension_lifted'
  | 'auditor.approval_ended'
  | 'auditor.approval_expiring';

/** The auditor, and whoever looks after the body's auditors. */
async function peopleOf(db: Kysely<Database>, { subject, related }: Fact) {
  const reviewers = await peopleWith(db, ['reviewer'], related[0] ?? '');
  return [...new Set([subject, ...reviewers])];
}

async function findForMail({ db, origin }: Means, id: string) {
  const approval = await findAuditorApproval({ db }, id);
  return (
    approval && {
      ...approval,
      level: levelNames[approval.level].toLowerCase(),
      untilDay: approval.validUntil ? dayInWords(approval.validUntil) : '',
      link: `${origin}/audit-body/${approval.bodyId}/auditors/${approval.accountId}`,
    }
  );
}

const decided = <T extends Exclude<Told, 'auditor.approval_expiring'>>(
  means: Means,
  what: Parameters<typeof auditorDecided>[0]['what'],
) =>
  mailPeople<T>(means, {
    to: peopleOf,
    async write({ payload }) {
      const approval = await findForMail(means, payload.approvalId);
      if (!approval) return undefined;
      const reason = what === 'suspended' ? approval.suspensions.at(-1)?.reason : approval.endReason;
      return auditorDecided({ ...approval, what, reason: reason ?? approval.reasons ?? '' });
    },
  });

export const mailGranted = (means: Means) => decided<'auditor.approved'>(means, 'granted');
export const mailRefused = (means: Means) => decided<'auditor.approval_refused'>(means, 'refused');
export const mailSuspended = (means: Means) => decided<'auditor.approval_suspended'>(means, 'suspended');
export const mailLifted = (means: Means) => decided<'auditor.suspension_lifted'>(means, 'lifted');
export const mailEnded = (means: Means) => decided<'auditor.approval_ended'>(means, 'ended');

/** Both ends are told: the body asks for its renewal, the scheme answers. */
export const mailAuditorEnding = (means: Means) =>
  mailPeople<'auditor.approval_expiring'>(means, {
    to: async (db, fact) => [
      ...new Set([...(await peopleOf(db, fact)), ...(await peopleWith(db, ['officer']))]),
    ],
    async write({ payload }) {
      const approval = await findForMail(means, payload.approvalId);
      // Ended in the meantime: there is nothing left to warn of.
      return approval && approval.endedOn === null ? auditorEnding(approval) : undefined;
    },
  });
