import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { auditNotHeld } from '#emails/audits/audit-not-held.tsx';
import { moreTimeGiven } from '#emails/audits/more-time-given.tsx';

import { typeNames } from '../../model.ts';
import { findNotHeld, listResponsible } from './queries.server.ts';
import { mayTellHolder } from './rules.ts';

type Reader = 'body' | 'officers' | 'holder';
type Late = NonNullable<Awaited<ReturnType<typeof findNotHeld>>>;

/** The audit body and the scheme, but for who is tied to the recruiter; the holder of an audit it may know of alone. */
export const mailNotHeld = (means: Means, to: Reader) =>
  mailPeople<'audit.not_held'>(means, {
    async to(db, { payload, occurredAt }) {
      const late = await findNotHeld(db, payload.entryId);
      if (!late) return [];
      if (to === 'holder') return mayTellHolder(late) ? peopleWith(db, ['recruiter'], late.recruiterId) : [];
      const people = to === 'body' ? await listResponsible(db, late) : await peopleWith(db, ['officer']);
      return untied(db, people, { recruiter: late.recruiterId, on: occurredAt });
    },
    async write({ payload }) {
      const late = await findNotHeld(means.db, payload.entryId);
      if (!late || (to === 'holder' && !mayTellHolder(late))) return undefined;
      const { type, dueOn, recruiter, number, body } = late;
      return auditNotHeld({
        ...{ to, type: typeNames[type], recruiter, certificate: number, body },
        ...{ lastDay: dayInWords(dueOn), link: `${means.origin}${linkFor(to, payload.entryId, late)}` },
      });
    },
  });

function linkFor(to: Reader, entryId: string, { auditId }: Late) {
  if (to === 'holder') return '/certificate';
  if (auditId) return `/audits/${auditId}`;
  return to === 'body' ? `/audits/programme/${entryId}` : '/audits/calendar';
}

/** The audit body, and the holder where it may know: the day that was announced to it waits as long. */
export const mailMoreTime = (means: Means, to: 'body' | 'holder') =>
  mailPeople<'audit.more_time_given'>(means, {
    async to(db, { payload, occurredAt }) {
      const late = await findNotHeld(db, payload.entryId);
      if (!late) return [];
      if (to === 'holder') return mayTellHolder(late) ? peopleWith(db, ['recruiter'], late.recruiterId) : [];
      return untied(db, await listResponsible(db, late), { recruiter: late.recruiterId, on: occurredAt });
    },
    async write({ payload }) {
      const late = await findNotHeld(means.db, payload.entryId);
      if (!late || (to === 'holder' && !mayTellHolder(late))) return undefined;
      const { recruiter, number, body, dueOn } = late;
      return moreTimeGiven({
        ...{ to, recruiter, certificate: number, body, lastDay: dayInWords(dueOn) },
        ...{ day: dayInWords(payload.until), link: `${means.origin}${linkFor(to, payload.entryId, late)}` },
      });
    },
  });
