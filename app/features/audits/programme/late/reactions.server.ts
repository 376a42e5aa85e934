import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { addDays, dayInWords, dayOf, type Day } from '#app/platform/calendar.ts';
import { auditNotHeld } from '#emails/audits/audit-not-held.tsx';
import { moreTimeGiven } from '#emails/audits/more-time-given.tsx';

import { typeNames } from '../../model.ts';
import { findNotHeld, findOwnPart, listResponsible } from './queries.server.ts';
import { mayTellHolder } from './rules.ts';

type Reader = 'body' | 'officers' | 'holder';
/** The day on which the clock suspends a certificate for it, as certificates know. */
type WhenSuspended = (means: Means, certificateId: string, today: Day) => Promise<Day | undefined>;
type Late = NonNullable<Awaited<ReturnType<typeof findNotHeld>>>;

/** The audit body and the scheme, but for who is tied to the recruiter; the holder of an audit it may know of alone. */
export const mailNotHeld = (means: Means, to: Reader, whenSuspended: WhenSuspended) =>
  mailPeople<'audit.not_held'>(means, {
    async to(db, { payload, occurredAt }) {
      const late = await findNotHeld(db, payload.entryId);
      if (!late) return [];
      if (to === 'holder') return mayTellHolder(late) ? peopleWith(db, ['recruiter'], late.recruiterId) : [];
      const people = to === 'body' ? await listResponsible(db, late) : await peopleWith(db, ['officer']);
      return untied(db, people, { recruiter: late.recruiterId, on: occurredAt });
    },
    async write({ payload, occurredAt }, _language, reader) {
      const late = await findNotHeld(means.db, payload.entryId);
      if (!late || (to === 'holder' && !mayTellHolder(late))) return undefined;
      const { type, dueOn, recruiter, number, body } = late;
      return auditNotHeld({
        ...{ to, type: typeNames[type], recruiter, certificate: number, body },
        suspendedOn: await suspensionOf(late, (id) => whenSuspended(means, id, dayOf(occurredAt))),
        ...{ lastDay: dayInWords(dueOn), link: await linkFor(means, { to, reader }, late) },
      });
    },
  });

/** Said wherever the holder may know of it; announced to nobody else. */
async function suspensionOf(late: Late, dayOfClock: (certificateId: string) => Promise<Day | undefined>) {
  if (!isOfCycle(late) || !mayTellHolder(late)) return undefined;
  const day = await dayOfClock(late.certificateId);
  return day && dayInWords(day);
}

const isOfCycle = ({ type, reason }: Late) => type === 'surveillance' && reason === 'cycle';

/** A page that its reader may open: an audit is its team's, and scheduling it an auditor's. */
async function linkFor(means: Means, { to, reader }: { to: Reader; reader: string }, late: Late) {
  const at = (path: string) => `${means.origin}${path}`;
  if (to === 'holder') return at('/certificate');
  const { id, auditId } = late;
  if (to === 'officers' && isOfCycle(late)) return at(`/scheme/late-surveillances/${id}`);
  if (to === 'officers') return at(auditId ? `/audits/${auditId}` : '/audits/calendar');
  const own = await findOwnPart(means.db, late, reader);
  if (auditId) return at(own.onTeam ? `/audits/${auditId}` : '/audits/calendar');
  return at(own.auditor ? `/audits/programme/${id}` : '/audits/calendar');
}

/** The audit body, and the holder where it may know: the day that was announced to it waits as long. */
export const mailMoreTime = (means: Means, to: 'body' | 'holder', whenSuspended: WhenSuspended) =>
  mailPeople<'audit.more_time_given'>(means, {
    async to(db, { payload, occurredAt }) {
      const late = await findNotHeld(db, payload.entryId);
      if (!late) return [];
      if (to === 'holder') return mayTellHolder(late) ? peopleWith(db, ['recruiter'], late.recruiterId) : [];
      return untied(db, await listResponsible(db, late), { recruiter: late.recruiterId, on: occurredAt });
    },
    async write({ payload }, _language, reader) {
      const late = await findNotHeld(means.db, payload.entryId);
      if (!late || (to === 'holder' && !mayTellHolder(late))) return undefined;
      const { recruiter, number, body, dueOn } = late;
      return moreTimeGiven({
        ...{ to, recruiter, certificate: number, body, lastDay: dayInWords(dueOn) },
        // The clock begins anew the day after.
        suspendedOn: await suspensionOf(late, (id) => whenSuspended(means, id, addDays(payload.until, 1))),
        ...{ day: dayInWords(payload.until), link: await linkFor(means, { to, reader }, late) },
      });
    },
  });
