import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import type { Listing, Past } from './rules.ts';

/** More than anybody ever had: what is older than so many is not told. */
const most = 500;

const moment = z.string().transform((text) => new Date(text));
const shape = z.object({
  applications: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      acceptedAt: moment.nullable(),
      concludedAt: moment.nullable(),
      endedAt: moment.nullable(),
    }),
  ),
  undone: z.array(z.object({ applicationId: z.string(), at: moment.nullable(), until: moment })),
  certificates: z.array(z.object({ id: z.string(), validUntil: z.string() })),
  statuses: z.array(
    z.object({
      certificateId: z.string(),
      position: z.number(),
      action: z.string(),
      status: z.string(),
      reasonClass: z.string().nullable(),
      at: moment,
    }),
  ),
});

/** Everything that was decided about whoever has a registration number, in one query, so that all of it is of one moment. */
export async function findPast(db: Kysely<Database>, registrationNumber: string) {
  const row = await decided(db).where('registration.number', '=', registrationNumber).executeTakeFirst();
  return row && { delistedOn: row.delistedOn, past: pastOf(row) };
}

/** The same of many at once, by number. */
export async function listPasts(db: Kysely<Database>, numbers: readonly string[]) {
  const rows = await decided(db).where('registration.number', 'in', numbers).execute();
  return new Map(rows.map((row) => [row.registrationNumber, pastOf(row)]));
}

const decided = (db: Kysely<Database>) =>
  db
    .selectFrom('registration')
    .select(['registration.accepted_on as acceptedOn', 'registration.application_id as applicationId'])
    .select(['registration.delisted_on as delistedOn', 'registration.number as registrationNumber'])
    .select((where) => [
      applicationsOf(where).as('applications'),
      undoneRefusals(where).as('undone'),
      certificatesOf(where).as('certificates'),
      statusesOf(where).as('statuses'),
    ]);

type Where = ExpressionBuilder<Database, 'registration'>;

/** The one it is listed by comes last. */
const applicationsOf = ({ selectFrom, ref }: Where) =>
  jsonArrayFrom(
    selectFrom('application')
      .select(['id', 'state', 'accepted_at as acceptedAt'])
      .select(['concluded_at as concludedAt', 'ended_at as endedAt'])
      .whereRef('application.organisation_id', '=', 'registration.organisation_id')
      .where(({ or, eb }) =>
        or([
          eb('application.accepted_at', 'is not', null),
          eb('application.id', '=', ref('registration.application_id')),
        ]),
      )
      .orderBy(({ eb }) => eb('application.id', '=', ref('registration.application_id')))
      .orderBy('application.accepted_at')
      .limit(most),
  );

/** Refusals that an appeal found to be wrong: the application forgets them, the decisions do not. */
const undoneRefusals = ({ selectFrom }: Where) =>
  jsonArrayFrom(
    selectFrom('application_appeal as appeal')
      .innerJoin('application', 'application.id', 'appeal.application_id')
      .select(['appeal.application_id as applicationId', 'appeal.decided_at as until'])
      .select(({ selectFrom: from }) =>
        from('certification_decision as decision')
          .select((decided) => decided.fn.max('decision.decided_at').as('at'))
          .whereRef('decision.application_id', '=', 'appeal.application_id')
          .whereRef('decision.decided_at', '<=', 'appeal.lodged_at')
          .where('decision.outcome', '=', 'refused')
          .as('at'),
      )
      .whereRef('application.organisation_id', '=', 'registration.organisation_id')
      .where('appeal.against', '=', 'refused')
      .where('appeal.outcome', '=', 'upheld')
      .where('appeal.decided_at', 'is not', null)
      .orderBy('appeal.decided_at')
      .limit(most),
  );

const certificatesOf = ({ selectFrom }: Where) =>
  jsonArrayFrom(
    selectFrom('certificate')
      .select(['certificate.id', 'certificate.valid_until as validUntil'])
      .whereRef('certificate.organisation_id', '=', 'registration.organisation_id')
      .limit(most),
  );

/** The latest, in the order they were decided in. */
const statusesOf = ({ selectFrom }: Where) =>
  jsonArrayFrom(
    selectFrom((latest) =>
      latest
        .selectFrom('certificate_status')
        .innerJoin('certificate', 'certificate.id', 'certificate_status.certificate_id')
        .select(['certificate_id as certificateId', 'certificate_status.action'])
        // A bigint comes as text where it stands alone, and as a number in JSON.
        .select(sql<number>`certificate_status.position`.as('position'))
        .select(['certificate_status.status', 'certificate_status.reason_class as reasonClass'])
        .select('certificate_status.decided_at as at')
        .whereRef('certificate.organisation_id', '=', 'registration.organisation_id')
        .orderBy('certificate_status.position', 'desc')
        .limit(most)
        .as('latest'),
    )
      .selectAll()
      .orderBy('position'),
  );

type Row = { acceptedOn: string; applicationId: string } & Record<keyof z.input<typeof shape>, unknown>;

function pastOf({ acceptedOn, applicationId, ...row }: Row): Past {
  const { applications, undone, certificates, statuses } = shape.parse(row);
  const listings = applications.map(({ id, acceptedAt, concludedAt, endedAt, state }): Listing => {
    const on = id === applicationId ? acceptedOn : acceptedAt ? dayOf(acceptedAt) : acceptedOn;
    const wrong = undone.flatMap((one) =>
      one.applicationId === id && one.at ? [{ at: one.at, until: one.until }] : [],
    );
    const refused = state === 'refused' && concludedAt ? [{ at: concludedAt, until: null }] : [];
    return {
      acceptedOn: on,
      // The day it is listed since counts, whatever the hour.
      acceptedAt: acceptedAt && dayOf(acceptedAt) === on ? acceptedAt : new Date(`${on}T00:00:00Z`),
      endedAt,
      refusals: [...wrong, ...refused],
    };
  });
  return { listings, certificates, statuses };
}
