import type { Kysely } from 'kysely';

import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { addDays, dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { auditCancelled } from '#emails/audits/audit-abandoned.tsx';
import { teamChanged } from '#emails/audits/objection.tsx';
import { tieOnTeam } from '#emails/audits/tie-on-team.tsx';

import { findNotice } from '../planning/queries.server.ts';
import { findAudit } from '../queries.server.ts';
import { objectionClock } from './objections/queries.server.ts';
import { findTiedOn } from './ties/queries.server.ts';

const actor = { kind: 'system' } as const;

/** The recruiter's own people, of an audit they were told of; of any other, nobody. */
async function told(db: Kysely<Database>, auditId: string) {
  const audit = await db
    .selectFrom('audit')
    .select('organisation_id')
    .where('id', '=', auditId)
    .where(({ fn }) => fn.coalesce('notified_at', 'started_at'), 'is not', null)
    .executeTakeFirst();
  return audit ? peopleWith(db, ['recruiter'], audit.organisation_id) : [];
}

const linkTo = ({ origin }: Means, id: string) => `${origin}/audits/${id}`;

/** Who audits it by now; of whom somebody joined before the audit began, the recruiter may object to them. */
export const mailTeamChanged = (means: Means) =>
  mailPeople<'audit.team_changed'>(means, {
    to: (db, { subject }) => told(db, subject),
    async write({ subject, occurredAt }) {
      const audit = await findAudit({ db: means.db, actor, now: occurredAt }, subject);
      if (!audit) return undefined;
      const open = audit.state === 'planned' || audit.state === 'notified';
      const joined = open ? await findJoined(means.db, subject, occurredAt) : undefined;
      const clock = joined && (await objectionClock(means.db, subject, joined.account_id));
      return teamChanged({
        reference: audit.reference,
        team: audit.team.map(({ name }) => name).join(', '),
        objectBy: clock?.toldAt ? dayInWords(addDays(dayOf(clock.toldAt), clock.objectionDays)) : undefined,
        link: linkTo(means, subject),
      });
    },
  });

/** Who came onto the team with the change itself. */
const findJoined = (db: Kysely<Database>, auditId: string, at: Date) =>
  db
    .selectFrom('audit_team_member')
    .select('account_id')
    .where('audit_id', '=', auditId)
    .where('assigned_at', '=', at)
    .executeTakeFirst();

export const mailCancelled = (means: Means) =>
  mailPeople<'audit.cancelled'>(means, {
    to: (db, { subject }) => told(db, subject),
    async write({ subject, occurredAt }) {
      const audit = await findAudit({ db: means.db, actor, now: occurredAt }, subject);
      if (!audit) return undefined;
      const { reference, auditBody } = audit;
      const { cancelNote: because } = await findNotice(means.db, subject);
      return auditCancelled({ reference, auditBody, because, link: linkTo(means, subject) });
    },
  });

/** A successor declared a conflict: the audit waits until they are taken off, which the reviewers or the scheme see to. */
export const mailConflict = (means: Means) =>
  mailPeople<'audit.conflict_declared'>(means, {
    async to(db, { subject, occurredAt, payload }) {
      const tied = payload.conflicted ? await findTiedOn(db, subject, occurredAt) : undefined;
      if (!tied) return [];
      const reviewers = await peopleWith(db, ['reviewer'], tied.auditBodyId);
      return [...new Set([...reviewers, ...(await peopleWith(db, ['officer']))])];
    },
    async write({ subject, occurredAt }) {
      const tied = await findTiedOn(means.db, subject, occurredAt);
      // Taken off in the meantime: nothing is left to do.
      if (!tied) return undefined;
      const link = `${linkTo(means, subject)}/team/${tied.accountId}/release`;
      return tieOnTeam({ member: tied.name, recruiter: tied.recruiter, reference: tied.reference, link });
    },
  });
