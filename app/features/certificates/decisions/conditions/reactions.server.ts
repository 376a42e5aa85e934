import type { EventType } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { conditionTold } from '#emails/decisions/condition-told.tsx';

import { findCondition } from './queries.server.ts';

type Told = Extract<EventType, 'decision.condition_settled' | 'decision.condition_due'>;
type Reader = 'holder' | 'scheme';

/** To whoever has to do it; that its day passed, to the scheme too. What was settled meanwhile is not reminded of. */
export const mailCondition = <T extends Told>(means: Means, reader: Reader) =>
  mailPeople<T>(means, {
    to: async (db, { subject }) => {
      const condition = await findCondition({ db }, subject);
      if (!condition) return [];
      return reader === 'scheme'
        ? peopleWith(db, ['officer'])
        : peopleWith(db, ['recruiter'], condition.organisationId);
    },
    write: async (fact) => {
      const condition = await findCondition(means, fact.subject);
      if (!condition) return undefined;
      const step = 'outcome' in fact.payload ? fact.payload.outcome : fact.payload.step;
      const reminds = step === 'soon' || step === 'overdue';
      if (reminds && condition.state !== 'open') return undefined;
      if (reader === 'scheme' && step !== 'overdue') return undefined;
      const { recruiter, text, owner, dueOn, evidence } = condition;
      const path = reader === 'scheme' ? `/scheme/conditions/${fact.subject}` : '/certificate';
      return conditionTold({
        ...{ step, reader, recruiter, text, owner, evidence: evidence ?? '' },
        dueDay: dayInWords(dueOn),
        link: `${means.origin}${path}`,
      });
    },
  });
