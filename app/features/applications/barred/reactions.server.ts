import { sql, type Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { bodyAdvised } from '#db/has-tie.ts';
import { applicationMail } from '#emails/applications/application-mail.tsx';

type Advised = 'advice.recorded' | 'tie.declared';

/** Whom somebody trained or advised by this very fact; ending a declaration tells nobody anything new. */
const advisedBy = (db: Kysely<Database>, { subject, occurredAt }: Fact<Advised>) =>
  db
    .selectFrom('advice')
    .select('organisation_id')
    .where('account_id', '=', subject)
    .where('recorded_at', '=', occurredAt)
    .union(
      db
        .selectFrom('interest_declaration')
        .select('organisation_id')
        .where('account_id', '=', subject)
        .where('kind', '=', 'advice')
        .where('corrects', 'is', null)
        .where('declared_at', '=', occurredAt),
    );

const bodiesOf = (db: Kysely<Database>, accountId: string) =>
  db
    .selectFrom('membership')
    .select('organisation_id')
    .where('account_id', '=', accountId)
    .union(db.selectFrom('former_membership').select('organisation_id').where('account_id', '=', accountId));

/** The application whose audit body somebody now keeps from auditing: they are of it, or were, and this is advice. */
const findBarred = (db: Kysely<Database>, fact: Fact<Advised>) =>
  db
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .select(['application.id', 'application.reference', 'organisation.name as recruiter'])
    .select('organisation.id as recruiterId')
    .where('organisation.id', 'in', fact.related)
    .where('application.state', 'in', ['engaged', 'in_audit'])
    .where('organisation.id', 'in', advisedBy(db, fact))
    .where('application.audit_body_id', 'in', bodiesOf(db, fact.subject))
    .where(
      bodyAdvised(
        sql.ref('application.audit_body_id'),
        sql.ref('application.organisation_id'),
        dayOf(fact.occurredAt),
      ),
    )
    .limit(1)
    .executeTakeFirst();

type Barred = NonNullable<Awaited<ReturnType<typeof findBarred>>>;
type Letter = {
  kind: 'body_barred' | 'engaged_body_barred';
  to: (db: Kysely<Database>, application: Barred, fact: Fact<Advised>) => Promise<string[]>;
  path: (application: Barred) => string;
};

const letter = <T extends Advised>(means: Means, { kind, to, path }: Letter) =>
  mailPeople<T>(means, {
    to: async (db, fact) => {
      const application = await findBarred(db, fact);
      return application ? to(db, application, fact) : [];
    },
    write: async (fact, language) => {
      const application = await findBarred(means.db, fact);
      if (!application) return undefined;
      const { reference, recruiter } = application;
      return applicationMail(kind, language, {
        ...{ reference, recruiter, link: `${means.origin}${path(application)}` },
      });
    },
  });

/** Its audit body may not audit it any more: it may choose another while no audit is arranged. */
export const mailBarredApplicant = <T extends Advised>(means: Means) =>
  letter<T>(means, {
    kind: 'body_barred',
    to: (db, { recruiterId }) => peopleWith(db, ['recruiter'], recruiterId),
    path: () => '/apply',
  });

/** The scheme hears of it too, whoever of it is not tied to the applicant. */
export const mailBarredToScheme = <T extends Advised>(means: Means) =>
  letter<T>(means, {
    kind: 'engaged_body_barred',
    to: async (db, { recruiterId }, { occurredAt }) =>
      untied(db, await peopleWith(db, ['officer']), { recruiter: recruiterId, on: occurredAt }),
    path: ({ id }) => `/scheme/applications/${id}`,
  });
