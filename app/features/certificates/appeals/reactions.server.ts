import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { certificateAppeal, type AppealStep } from '#emails/certificates/certificate-appeal.tsx';

import { noticeSteps } from './model.ts';

type Appealed =
  | 'certificate.appealed'
  | 'certificate.appeal_acknowledged'
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
  path: (fact: Fact<T>) => string;
};

const letter = <T extends Appealed>(means: Means, { to, step, path }: Letter<T>) =>
  mailPeople<T>(means, {
    to,
    write: async (fact) => {
      const appeal = await findAppeal(means.db, fact.payload.appealId);
      if (!appeal) return undefined;
      const { number, recruiter, acknowledgeBy, reasons, stayReasons } = appeal;
      const taken = step(fact);
      const again = taken === 'upheld' && appeal.againBy !== null;
      const said = fact.type === 'certificate.stay_decided' ? stayReasons : reasons;
      return certificateAppeal({
        ...{ step: again ? 'upheld_again' : taken, number, recruiter, reasons: said ?? '' },
        ...{
          dueDay: dayInWords((again ? appeal.againBy : null) ?? appeal.dueOn),
          acknowledgeDay: dayInWords(acknowledgeBy),
        },
        link: `${means.origin}${path(fact)}`,
      });
    },
  });

const own = () => '/certificate/appeals';
const ofScheme = ({ payload }: Fact<Appealed>) => `/scheme/certificate-appeals/${payload.appealId}`;

export const mailLodged = (means: Means) =>
  letter<'certificate.appealed'>(means, { to: holders, step: () => 'lodged', path: own });

export const mailToDecide = (means: Means) =>
  letter<'certificate.appealed'>(means, { to: independentPeople, step: () => 'to_decide', path: ofScheme });

export const mailAcknowledged = (means: Means) =>
  letter<'certificate.appeal_acknowledged'>(means, { to: holders, step: () => 'acknowledged', path: own });

export const mailStay = (means: Means) =>
  letter<'certificate.stay_decided'>(means, {
    to: holders,
    step: ({ payload }) => (payload.outcome === 'granted' ? 'stay_granted' : 'stay_refused'),
    path: own,
  });

export const mailAppealDecided = (means: Means) =>
  letter<'certificate.appeal_decided'>(means, {
    to: holders,
    step: ({ payload }) => payload.outcome,
    path: own,
  });

const stepShape = z.enum(noticeSteps);

export const mailAppealDue = (means: Means) =>
  letter<'certificate.appeal_due'>(means, {
    to: (db, fact) =>
      fact.payload.step === 'acknowledgement_late'
        ? peopleWith(db, ['officer'])
        : independentPeople(db, fact),
    step: ({ payload }) => stepShape.parse(payload.step),
    path: ofScheme,
  });
