import type { Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { addDays, dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { auditAbandoned } from '#emails/audits/audit-abandoned.tsx';
import { auditNotice } from '#emails/audits/audit-notice.tsx';
import { postponementEnding } from '#emails/audits/postponement-ending.tsx';
import { postponementAnswered, postponementAsked } from '#emails/audits/audit-postponement.tsx';

import { closeByPanel } from './commands/abandon-audit.server.ts';
import { typeNames } from '../model.ts';
import { findAudit } from '../queries.server.ts';
import { abortNames } from './model.ts';
import { itemsTold } from './itinerary/model.ts';
import { findItinerary } from './itinerary/queries.server.ts';
import { findNotice } from './queries.server.ts';

const actor = { kind: 'system' } as const;

/** The recruiter's own people; of an audit they may not know of, nobody. */
async function auditees(db: Kysely<Database>, { subject, occurredAt }: Fact) {
  const audit = await findAudit({ db, actor, now: occurredAt }, subject);
  if (!audit || audit.noticeType === 'unannounced') return [];
  return peopleWith(db, ['recruiter'], audit.organisationId);
}

/** Tells the days, or the window; told no more when it was postponed or cancelled before the mail went out. */
export const mailNotice = (means: Means) =>
  mailPeople<'audit.notified'>(means, {
    to: auditees,
    async write({ subject, occurredAt }) {
      const audit = await findAudit({ db: means.db, actor, now: occurredAt }, subject);
      if (audit?.state !== 'notified') return undefined;
      const { windowFrom, windowUntil } = await findNotice(means.db, subject);
      const itinerary = await findItinerary({ db: means.db, actor }, subject);
      const [from, until] =
        windowFrom && windowUntil ? [windowFrom, windowUntil] : [audit.startsOn, audit.endsOn];
      return auditNotice({
        type: typeNames[audit.type],
        window: windowFrom !== null,
        itinerary: itemsTold(audit.noticeType, itinerary?.items ?? []).length > 0,
        days:
          from === until
            ? dayInWords(from)
            : `${dayInWords(from)} ${windowFrom ? 'and' : 'to'} ${dayInWords(until)}`,
        leadAuditor: audit.team.find(({ role }) => role === 'lead_auditor')?.name ?? audit.auditBody,
        link: linkTo(means, subject),
      });
    },
  });

export const mailPostponementAsked = (means: Means) =>
  mailPeople<'audit.postponement_asked'>(means, {
    async to(db, { subject, occurredAt }) {
      const audit = await findAudit({ db, actor, now: occurredAt }, subject);
      const leads = audit?.team.filter(({ role }) => role === 'lead_auditor') ?? [];
      return leads.map(({ accountId }) => accountId);
    },
    async write({ subject, occurredAt }) {
      const audit = await findAudit({ db: means.db, actor, now: occurredAt }, subject);
      const { asked } = await findNotice(means.db, subject);
      if (!audit || !asked || asked.outcome) return undefined;
      const { recruiter, reference } = audit;
      return postponementAsked({ recruiter, reference, reason: asked.reason, link: linkTo(means, subject) });
    },
  });

/** Refused or to be planned anew: the audit that did not take place is over. */
export const closeAfterPanel = ({ db }: Means): Effect<'decision.made'> => ({
  targets: async (from, { subject }) =>
    (
      await from
        .selectFrom('audit')
        .innerJoin('decision_matter as matter', 'matter.audit_id', 'audit.id')
        .innerJoin('certification_decision as decision', 'decision.matter_id', 'matter.id')
        .select('audit.id')
        .where('decision.id', '=', subject)
        .where('matter.kind', '=', 'abandoned_audit')
        .execute()
    ).map(({ id }) => id),
  async run({ occurredAt }, auditId) {
    await closeByPanel({ db, actor, now: occurredAt }, auditId);
  },
});

const linkTo = ({ origin }: Means, id: string) => `${origin}/audits/${id}`;

const mailAnswer = <T extends 'audit.postponed' | 'audit.postponement_declined'>(means: Means) =>
  mailPeople<T>(means, {
    to: auditees,
    async write({ subject, occurredAt }) {
      const audit = await findAudit({ db: means.db, actor, now: occurredAt }, subject);
      const { asked, postponedUntil } = await findNotice(means.db, subject);
      if (!audit || !asked) return undefined;
      return postponementAnswered({
        reference: audit.reference,
        untilDay: asked.outcome === 'accepted' && postponedUntil ? dayInWords(postponedUntil) : undefined,
        reasons: asked.note ? [asked.note] : [],
        link: linkTo(means, subject),
      });
    },
  });

export const mailPostponed = (means: Means) => mailAnswer<'audit.postponed'>(means);
export const mailPostponementDeclined = (means: Means) => mailAnswer<'audit.postponement_declined'>(means);

/** A day is agreed on by two: both are told that the last comes, and told no more once it is planned again. */
export const mailPostponementEnding = (means: Means, to: 'recruiter' | 'body') =>
  mailPeople<'audit.postponement_ending'>(means, {
    async to(db, fact) {
      if (to === 'recruiter') return auditees(db, fact);
      const audit = await findAudit({ db, actor, now: fact.occurredAt }, fact.subject);
      const leads = audit?.team.filter(({ role }) => role === 'lead_auditor') ?? [];
      return leads.map(({ accountId }) => accountId);
    },
    async write({ subject, occurredAt, payload }) {
      const audit = await findAudit({ db: means.db, actor, now: occurredAt }, subject);
      if (audit?.state !== 'postponed') return undefined;
      const { recruiter, reference } = audit;
      return postponementEnding({
        ...{ to, recruiter, reference, link: linkTo(means, subject) },
        ...{ untilDay: dayInWords(payload.until), refusedDay: dayInWords(payload.endsOn) },
      });
    },
  });

type Abandoned = 'audit.refused_by_auditee' | 'audit.aborted';

/** Each reads why in the words of its reason alone: what the lead auditor wrote stays with the scheme. */
export const mailAbandoned = <T extends Abandoned>(means: Means, reader: 'scheme' | 'auditee') =>
  mailPeople<T>(means, {
    async to(db, { subject, occurredAt }) {
      if (reader === 'scheme') return peopleWith(db, ['officer']);
      const audit = await findAudit({ db, actor, now: occurredAt }, subject);
      return audit ? peopleWith(db, ['recruiter'], audit.organisationId) : [];
    },
    async write({ subject, occurredAt }) {
      const audit = await findAudit({ db: means.db, actor, now: occurredAt }, subject);
      if (!audit) return undefined;
      const { clocks, abortReason } = await findNotice(means.db, subject);
      return auditAbandoned({
        recruiter: audit.recruiter,
        reference: audit.reference,
        because: abortReason ? abortNames[abortReason] : undefined,
        decideBy:
          reader === 'scheme' ? dayInWords(addDays(dayOf(occurredAt), clocks.consequenceDays)) : undefined,
        link: linkTo(means, subject),
      });
    },
  });
