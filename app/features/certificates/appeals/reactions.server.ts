import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { certificateAppeal, type AppealStep } from '#emails/certificates/certificate-appeal.tsx';
import { certificateMail } from '#emails/certificates/certificate-mail.tsx';

import { noticeSteps } from './model.ts';

type Appealed =
  | 'certificate.appealed'
  | 'certificate.appeal_acknowledged'
  | 'certificate.appeal_proposed'
  | 'certificate.appeal_sent_back'
  | 'certificate.stay_decided'
  | 'certificate.appeal_decided'
  | 'certificate.appeal_due';

const findAppeal = (db: Kysely<Database>, appealId: string) =>
  db
    .selectFrom('certificate_appeal as appeal')
    .innerJoin('certificate', 'certificate.id', 'appeal.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['certificate.number', 'organisation.id as organisationId', 'organisation.name as recruiter'])
    .select(['appeal.due_on as dueOn', 'appeal.acknowledge_by as acknowledgeBy'])
    .select(['appeal.reasons', 'appeal.stay_reasons as stayReasons'])
    .leftJoin('decision_matter as again', (join) =>
      join.onRef('again.appeal_id', '=', 'appeal.id').on('again.state', '<>', 'dropped'),
    )
    .select('again.due_on as againBy')
    .where('appeal.id', '=', appealId)
    .executeTakeFirst();

const person = z.object({ id: z.string() });

/** People of the scheme whom nothing bars from deciding; the others need not know that there is something to decide. */
async function independentPeople(db: Kysely<Database>, fact: Fact<Appealed>) {
  const { rows } = await sql`
    select distinct m.account_id as id from membership m
    where m.role in ('officer', 'decider') and bar_to_appeal(${fact.payload.appealId}::uuid, m.account_id, ${fact.occurredAt}) is null`.execute(
    db,
  );
  return rows.map((row) => person.parse(row).id);
}

const holders = async (db: Kysely<Database>, fact: Fact<Appealed>) => {
  const appeal = await findAppeal(db, fact.payload.appealId);
  return appeal ? peopleWith(db, ['recruiter'], appeal.organisationId) : [];
};

type Letter<T extends Appealed> = {
  to: (db: Kysely<Database>, fact: Fact<T>) => Promise<string[]>;
  step: (fact: Fact<T>) => AppealStep;
};

/** To those of the scheme who may decide it, or look after it. */
const letter = <T extends Appealed>(means: Means, { to, step }: Letter<T>) =>
  mailPeople<T>(means, {
    to,
    write: async (fact) => {
      const appeal = await findAppeal(means.db, fact.payload.appealId);
      if (!appeal) return undefined;
      const { number, recruiter, acknowledgeBy, dueOn } = appeal;
      return certificateAppeal({
        ...{ step: step(fact), number, recruiter },
        ...{ dueDay: dayInWords(dueOn), acknowledgeDay: dayInWords(acknowledgeBy) },
        link: `${means.origin}/scheme/certificate-appeals/${fact.payload.appealId}`,
      });
    },
  });

type ToHolder =
  | ('appeal_lodged' | 'appeal_acknowledged' | 'stay_granted' | 'stay_refused')
  | ('appeal_upheld' | 'appeal_dismissed');

/** To the holder, with the reasons of whoever decided. */
const holdersLetter = <T extends Appealed>(means: Means, kind: (fact: Fact<T>) => ToHolder) =>
  mailPeople<T>(means, {
    to: holders,
    write: async (fact, language) => {
      const appeal = await findAppeal(means.db, fact.payload.appealId);
      if (!appeal) return undefined;
      const { number, acknowledgeBy, reasons, stayReasons, dueOn } = appeal;
      const again = kind(fact) === 'appeal_upheld' ? appeal.againBy : null;
      const said = fact.type === 'certificate.stay_decided' ? stayReasons : reasons;
      return certificateMail(again ? 'appeal_upheld_again' : kind(fact), language, {
        ...{ number, said: [said ?? ''], days: { since: acknowledgeBy, due: again ?? dueOn } },
        link: `${means.origin}/certificate/appeals`,
      });
    },
  });

export const mailLodged = (means: Means) =>
  holdersLetter<'certificate.appealed'>(means, () => 'appeal_lodged');

export const mailToDecide = (means: Means) =>
  letter<'certificate.appealed'>(means, { to: independentPeople, step: () => 'to_decide' });

/** To the others: whoever proposed it does not confirm it. */
export const mailProposed = (means: Means) =>
  letter<'certificate.appeal_proposed'>(means, {
    to: async (db, fact) => {
      const { by } = await db
        .selectFrom('certificate_appeal_proposal')
        .select('proposed_by as by')
        .where('appeal_id', '=', fact.payload.appealId)
        .where('round', '=', fact.payload.round)
        .executeTakeFirstOrThrow();
      return (await independentPeople(db, fact)).filter((id) => id !== by);
    },
    step: () => 'to_confirm',
  });

export const mailSentBack = (means: Means) =>
  letter<'certificate.appeal_sent_back'>(means, { to: independentPeople, step: () => 'sent_back' });

export const mailAcknowledged = (means: Means) =>
  holdersLetter<'certificate.appeal_acknowledged'>(means, () => 'appeal_acknowledged');

export const mailStay = (means: Means) =>
  holdersLetter<'certificate.stay_decided'>(means, ({ payload }) =>
    payload.outcome === 'granted' ? 'stay_granted' : 'stay_refused',
  );

export const mailAppealDecided = (means: Means) =>
  holdersLetter<'certificate.appeal_decided'>(means, ({ payload }) =>
    payload.outcome === 'upheld' ? 'appeal_upheld' : 'appeal_dismissed',
  );

/** Owners of the scheme's organisation: a late appeal comes to them, also where they may not decide it themselves. */
async function owners(db: Kysely<Database>) {
  const rows = await db
    .selectFrom('membership')
    .select('account_id as id')
    .distinct()
    .where('organisation_kind', '=', 'scheme')
    .where('owner_since', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

export const mailEscalated = (means: Means) =>
  letter<'certificate.appeal_due'>(means, {
    to: (db, fact) => (fact.payload.step === 'decision_late' ? owners(db) : Promise.resolve([])),
    step: () => 'escalated',
  });

const stepShape = z.enum(noticeSteps);

export const mailAppealDue = (means: Means) =>
  letter<'certificate.appeal_due'>(means, {
    to: (db, fact) =>
      fact.payload.step === 'acknowledgement_late'
        ? peopleWith(db, ['officer'])
        : independentPeople(db, fact),
    step: ({ payload }) => stepShape.parse(payload.step),
  });
