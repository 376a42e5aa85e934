import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { addDays, dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { findingChanged } from '#emails/findings/finding-changed.tsx';

import { nameOf, type Finding } from '../findings/model.ts';
import { findFinding } from '../findings/record.server.ts';
import { findRemedy } from './queries.server.ts';
import { isPaid } from './rules.ts';

const actor = { kind: 'system' } as const;

/** The finding a remedy belongs to, the day it is due, and what became of it. */
async function findSubject(db: Kysely<Database>, { subject, occurredAt }: Fact) {
  const row = await db
    .selectFrom('remedy')
    .select('finding_id as findingId')
    .where('id', '=', subject)
    .executeTakeFirst();
  const record = row && (await findFinding({ db, actor, now: occurredAt }, row.findingId));
  const remedy = row && (await findRemedy(db, row.findingId));
  if (!record || !remedy) return undefined;
  const { dueOn, completed } = remedy;
  return {
    finding: record.finding,
    dueOn,
    completed,
    paid: isPaid(remedy),
    said: remedy.confirmations.at(-1),
  };
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

/** Whether workers have it is asked by the team, in the days it has for evidence. */
export const mailRemedySettled = (means: Means) =>
  mailPeople<'remedy.settled'>(means, {
    async to(db, fact) {
      const about = await findSubject(db, fact);
      return about ? auditors(about.finding) : [];
    },
    async write(fact) {
      const about = await findSubject(means.db, fact);
      // Taken back meanwhile, or asked already.
      if (!about || about.completed || !about.paid) return undefined;
      const { evidenceReviewDays } = about.finding.terms.correctiveAction;
      const day = dayInWords(addDays(dayOf(fact.occurredAt), evidenceReviewDays));
      return findingChanged({
        ...{ number: nameOf(about.finding), what: 'workers are to be asked', reason: null },
        sentences: [
          'The recruiter entered everything as paid that workers are owed.',
          `Ask workers by ${day} whether they have it, and record what they say.`,
        ],
        link: `${means.origin}/findings/${about.finding.id}/remedy`,
      });
    },
  });

/** Workers who were asked say that they do not have it: the recruiter's day runs again, as it ran. */
export const mailRemedyDenied = (means: Means) =>
  mailPeople<'remedy.confirmed'>(means, {
    async to(db, fact) {
      const about = await findSubject(db, fact);
      return about ? peopleWith(db, ['recruiter'], about.finding.organisationId) : [];
    },
    async write(fact) {
      const about = await findSubject(means.db, fact);
      const { said, finding } = about ?? {};
      if (!finding || !said || finding.remedyDueOn === null || said.confirmed === said.asked)
        return undefined;
      return findingChanged({
        ...{ number: nameOf(finding), what: 'workers say that they are not made whole', reason: null },
        sentences: [
          `Of ${said.asked} workers who were asked, ${said.confirmed} say that they have what they are owed.`,
          `Its day stands as it was: ${dayInWords(finding.remedyDueOn)}. Take back what was entered and is not so, and enter it once they have it.`,
        ],
        link: `${means.origin}/findings/${finding.id}/remedy`,
      });
    },
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
