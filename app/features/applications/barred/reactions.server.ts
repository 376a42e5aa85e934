import { sql, type Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { bodyAdvised } from '#db/has-tie.ts';
import { applicationMail } from '#emails/applications/application-mail.tsx';

type Advised = 'advice.recorded' | 'tie.declared';

/** The application whose audit body somebody now keeps from auditing: they are of it, or were, and this is advice. */
const findBarred = (db: Kysely<Database>, { subject, related, occurredAt }: Fact<Advised>) =>
  db
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .select(['application.id', 'application.reference', 'organisation.name as recruiter'])
    .select('organisation.id as recruiterId')
    .where('organisation.id', 'in', related)
    .where('application.state', 'in', ['engaged', 'in_audit'])
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('advice')
            .select('advice.id')
            .whereRef('advice.organisation_id', '=', 'organisation.id')
            .where('advice.account_id', '=', subject)
            .where('advice.recorded_at', '=', occurredAt),
        ),
        exists(
          selectFrom('interest_declaration as said')
            .select('said.id')
            .whereRef('said.organisation_id', '=', 'organisation.id')
            .where('said.account_id', '=', subject)
            .where('said.kind', '=', 'advice')
            // Ending it tells nobody anything new.
            .where('said.corrects', 'is', null)
            .where('said.declared_at', '=', occurredAt),
        ),
      ]),
    )
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('membership')
            .select('membership.id')
            .whereRef('membership.organisation_id', '=', 'application.audit_body_id')
            .where('membership.account_id', '=', subject),
        ),
        exists(
          selectFrom('former_membership as former')
            .select('former.id')
            .whereRef('former.organisation_id', '=', 'application.audit_body_id')
            .where('former.account_id', '=', subject),
        ),
      ]),
    )
    .where(
      bodyAdvised(
        sql.ref('application.audit_body_id'),
        sql.ref('application.organisation_id'),
        dayOf(occurredAt),
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
