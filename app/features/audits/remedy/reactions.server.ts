import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { findingChanged } from '#emails/findings/finding-changed.tsx';

import { nameOf, type Finding } from '../findings/model.ts';
import { findFinding } from '../findings/record.server.ts';

const actor = { kind: 'system' } as const;

/** The finding a remedy belongs to, and the day it is due. */
async function findSubject(db: Kysely<Database>, { subject, occurredAt }: Fact) {
  const row = await db
    .selectFrom('remedy')
    .select(['finding_id as findingId', 'due_on as dueOn', 'completed_at as completedAt'])
    .where('id', '=', subject)
    .executeTakeFirst();
  const record = row && (await findFinding({ db, actor, now: occurredAt }, row.findingId));
  return row && record && { finding: record.finding, dueOn: row.dueOn, completed: row.completedAt !== null };
}

type Words = { what: string; sentences: string[] };
type Letter = {
  to: 'recruiter' | 'parties' | 'officers';
  whileOpen: boolean;
  words: (day: string) => Words;
};

const auditors = ({ team }: Finding) =>
  team.filter(({ role }) => role === 'lead_auditor').map(({ accountId }) => accountId);

/** To the recruiter, and where the team has to know as well, to its lead; or to officers nothing ties to the recruiter. */
const mailAbout = <T extends EventType>(means: Means, { to, whileOpen, words }: Letter) =>
  mailPeople<T>(means, {
    async to(db, fact) {
      const about = await findSubject(db, fact);
      if (!about) return [];
      const recruiter = about.finding.organisationId;
      if (to === 'officers')
        return untied(db, await peopleWith(db, ['officer']), { recruiter, on: fact.occurredAt });
      const recruiters = await peopleWith(db, ['recruiter'], recruiter);
      return to === 'parties' ? [...recruiters, ...auditors(about.finding)] : recruiters;
    },
    async write(fact) {
      const about = await findSubject(means.db, fact);
      // What asks for something is not sent any more once it is done.
      if (!about || (whileOpen && about.completed)) return undefined;
      const { finding, dueOn } = about;
      const link = `${means.origin}/findings/${finding.id}/remedy`;
      return findingChanged({ number: nameOf(finding), ...words(dayInWords(dueOn)), reason: null, link });
    },
  });

const closes = 'The finding cannot be closed before sampled workers confirm it.';

export const mailRemedyOpened = (means: Means) =>
  mailAbout<'remedy.opened'>(means, {
    to: 'recruiter',
    whileOpen: true,
    words: (day) => ({
      what: 'workers are to be made whole',
      sentences: [`The audit team opened the remedy. It is to be made good by ${day}.`, closes],
    }),
  });

export const mailRemedyDue = (means: Means) =>
  mailAbout<'remedy.due'>(means, {
    to: 'recruiter',
    whileOpen: true,
    words: (day) => ({
      what: `remedy due by ${day}`,
      sentences: [`What workers are owed is due by ${day}.`, closes],
    }),
  });

export const mailRemedyOverdue = (means: Means, to: 'parties' | 'officers') =>
  mailAbout<'remedy.overdue'>(means, {
    to,
    whileOpen: true,
    words: (day) => ({
      what: 'remedy is late',
      sentences: [
        `Workers should have been made whole by ${day}, and are not.`,
        'While an application or a certificate stands, the finding is escalated for it, as for any missed day.',
        closes,
      ],
    }),
  });

export const mailRemedyCompleted = (means: Means) =>
  mailAbout<'remedy.completed'>(means, {
    to: 'parties',
    whileOpen: false,
    words: () => ({
      what: 'workers are made whole',
      sentences: ['All is paid, and the workers asked confirm it.'],
    }),
  });
