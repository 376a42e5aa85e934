import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { findingChanged } from '#emails/findings/finding-changed.tsx';

import { nameOf } from '../model.ts';
import { findFinding } from '../record.server.ts';
import { leaveOpen } from './commands.server.ts';

const actor = { kind: 'system' } as const;

/** Every grave finding of an application that ended before it led to a certificate. */
export const tellLeftOpen = <T extends 'application.withdrawn' | 'application.lapsed'>({
  db,
}: Means): Effect<T> => ({
  targets: async (from, { subject }) =>
    (
      await from
        .selectFrom('finding')
        .select('id')
        .where('application_id', '=', subject)
        .where('state', 'not in', ['closed', 'withdrawn'])
        .where(({ or, eb }) => or([eb('grade', '=', 'critical'), eb('harm', 'is not', null)]))
        .orderBy('id')
        .execute()
    ).map(({ id }) => id),
  async run({ occurredAt }, id) {
    await leaveOpen({ db, actor, now: occurredAt }, id);
  },
});

/** The officers, who say what the scheme does about it, and whoever audited; nobody tied to the recruiter. */
export const mailLeftOpen = (means: Means, to: 'body' | 'officers') =>
  mailPeople<'finding.left_open'>(means, {
    async to(db, { subject, occurredAt }) {
      const record = await findFinding({ db, actor, now: occurredAt }, subject);
      if (!record) return [];
      const { organisationId: recruiter, auditBodyId, team } = record.finding;
      const leads = team.filter(({ role }) => role === 'lead_auditor').map(({ accountId }) => accountId);
      const people =
        to === 'officers'
          ? await peopleWith(db, ['officer'])
          : [...new Set([...leads, ...(await peopleWith(db, ['reviewer'], auditBodyId))])];
      return untied(db, people, { recruiter, on: occurredAt });
    },
    async write({ subject, occurredAt, payload: { harmed } }) {
      const record = await findFinding({ db: means.db, actor, now: occurredAt }, subject);
      if (!record) return undefined;
      const { finding, recruiter } = record;
      return findingChanged({
        number: nameOf(finding),
        what: harmed ? 'workers still wait' : 'left open',
        sentences: [
          `The application of ${recruiter} ended, and this ${finding.grade} finding is open.`,
          harmed
            ? 'Workers were harmed, and what they are owed is owed to them still: its remedy goes on, and its days are told as before.'
            : 'Nothing is asked of the recruiter any more. Who else has to know of it is for the scheme to say.',
        ],
        reason: null,
        link: `${means.origin}/findings/${finding.id}`,
      });
    },
  });
