import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { complaintTold, type Occasion } from '#emails/complaints/complaint-told.tsx';

import { stateOf } from '../commands/on-case.server.ts';

type Told = 'complaint.received' | 'complaint.late' | 'complaint.reprisal_told';

/** Caseworkers hear its number, and where it is late its state; nothing that was said, nor about whom. */
const told = <T extends Told>(means: Means, occasion: Occasion) => ({
  ...mailPeople<T>(means, {
    async to(db, { subject, occurredAt }) {
      const row = await db
        .selectFrom('complaint')
        .select('organisation_id as organisationId')
        .where('id', '=', subject)
        .executeTakeFirst();
      const people = await peopleWith(db, ['caseworker']);
      return row?.organisationId
        ? untied(db, people, { recruiter: row.organisationId, on: occurredAt })
        : people;
    },
    async write({ subject }, language) {
      const row = await means.db
        .selectFrom('complaint')
        .select(['number', 'state', 'erased_at as erasedAt'])
        .where('id', '=', subject)
        .executeTakeFirst();
      if (!row || row.erasedAt) return undefined;
      const link = `${means.origin}/casework/${row.number}`;
      return complaintTold(language, { occasion, number: row.number, state: stateOf(row.state), link });
    },
  }),
  urgent: true as const,
});

/** At once, where somebody is in danger or under age; the others wait in the queue. */
export function mailUrgent(means: Means) {
  const letter = told<'complaint.received'>(means, 'urgent');
  const targets: typeof letter.targets = async (db, fact) =>
    fact.payload.danger || fact.payload.child ? letter.targets(db, fact) : [];
  return { ...letter, targets };
}
export const mailLate = (means: Means) => told<'complaint.late'>(means, 'late');
export const mailReprisal = (means: Means) => told<'complaint.reprisal_told'>(means, 'reprisal');
