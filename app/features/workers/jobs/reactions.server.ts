import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { jobOrderWithdrawn } from '#emails/workers/job-order-withdrawn.tsx';

/** The recruiter hears what the scheme withdrew, and why; of what it withdrew itself nobody writes to it. */
export const mailWithdrawn = (means: Means) =>
  mailPeople<'job_order.withdrawn'>(means, {
    to: async (db, { related: [organisationId], payload }) =>
      payload.by === 'officer' && organisationId ? peopleWith(db, ['recruiter'], organisationId) : [],
    write: async ({ subject, payload, occurredAt }, language) => {
      const order = await means.db
        .selectFrom('job_order')
        .select(['number', 'occupation', 'employer', 'city', 'withdrawal_note as note'])
        .where('id', '=', subject)
        .executeTakeFirst();
      return (
        order &&
        jobOrderWithdrawn(language, {
          ...{ number: order.number, note: order.note, on: dayOf(occurredAt), reason: payload.reasonClass },
          job: [order.occupation, order.employer, order.city].join(', '),
          link: `${means.origin}/job-orders/${order.number}`,
        })
      );
    },
  });
