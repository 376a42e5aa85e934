import { sql, type Kysely } from 'kysely';

import { dayOf, type Day } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Recruiter, Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { latinName } from '#app/platform/names/likeness.ts';
import { kinds, type Kind } from './model.ts';
import { mayReadNetwork } from './policy.ts';

const perPage = 50;

/** `show`: who is authorised today, or whom the recruiter no longer works with; those it works with unless told. */
export type PartnerFilter = {
  kind: Kind | undefined;
  show: 'authorised' | 'ended' | undefined;
  q: string;
  page: number;
};

export function filterFrom(searchParams: URLSearchParams, page: number): PartnerFilter {
  const [kind, show] = [searchParams.get('kind'), searchParams.get('show')];
  return {
    kind: kinds.find((each) => each === kind),
    show: show === 'authorised' || show === 'ended' ? show : undefined,
    q: (searchParams.get('q') ?? '').trim().slice(0, 100),
    page,
  };
}

const authorisedOn = (today: Day) => sql<boolean>`exists (
  select 1 from partner_authorisation a where a.partner_id = partner.id
    and a.started_on <= ${today} and (a.ended_on is null or a.ended_on > ${today}))`;

type Asked = { organisationId: string; today: Day };

/** Names are found in any script, numbers with or without their punctuation. */
function matching(db: Kysely<Database>, { organisationId, today }: Asked, filter: PartnerFilter) {
  const { kind, show, q } = filter;
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const latin = latinName(q);
  return db
    .selectFrom('partner')
    .where('partner.organisation_id', '=', organisationId)
    .where('partner.ended_on', show === 'ended' ? 'is not' : 'is', null)
    .$if(kind !== undefined, (query) => query.where('partner.kind', '=', kind ?? 'sub_agent'))
    .$if(show === 'authorised', (query) => query.where(authorisedOn(today)))
    .$if(q !== '', (query) =>
      query.where((where) =>
        where.or([
          where('partner.name', 'ilike', like),
          where('partner.name_local', 'ilike', like),
          where('partner.registration_number', 'ilike', like),
          where('partner.place', 'ilike', like),
          ...(latin ? [where('partner.latin', 'like', `%${latin}%`)] : []),
          ...(latin ? [where('partner.latin_local', 'like', `%${latin}%`)] : []),
        ]),
      ),
    );
}

const listed = (db: Kysely<Database>, asked: Asked, filter: PartnerFilter) =>
  matching(db, asked, filter)
    .leftJoin('partner as parent', 'parent.id', 'partner.parent_id')
    .select(['partner.id', 'partner.kind', 'partner.form', 'partner.name', 'partner.name_local as nameLocal'])
    .select(['partner.country', 'partner.place', 'partner.registration_number as registrationNumber'])
    .select(['partner.since', 'partner.ended_on as endedOn', 'parent.name as parentName'])
    .select(authorisedOn(asked.today).as('authorised'))
    .orderBy('partner.latin')
    .orderBy('partner.id');

/** One page of a network, how many fit, and how many there are of each kind. */
async function networkOf(db: Kysely<Database>, asked: Asked, filter: PartnerFilter) {
  const [rows, { count }, perKind] = await Promise.all([
    listed(db, asked, filter)
      .limit(perPage)
      .offset((filter.page - 1) * perPage)
      .execute(),
    matching(db, asked, filter)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('partner')
      .select(['kind', ({ fn }) => fn.countAll<number>().as('count')])
      .where('organisation_id', '=', asked.organisationId)
      .where('ended_on', 'is', null)
      .groupBy('kind')
      .execute(),
  ]);
  const counts = Object.fromEntries(perKind.map((each) => [each.kind, each.count]));
  return { partners: rows.flatMap(withKind), count, counts, pages: pagesOf(count, perPage) };
}

const withKind = <R extends { kind: string }>(row: R) => {
  const kind = kinds.find((each) => each === row.kind);
  return kind ? [{ ...row, kind }] : [];
};
export type ListedPartner = Awaited<ReturnType<typeof listNetwork>>['partners'][number];

const own = ({ actor, now }: Scope<Recruiter>) => ({
  organisationId: actor.organisationId,
  today: dayOf(now),
});

export const listNetwork = (scope: Scope<Recruiter>, filter: PartnerFilter) =>
  networkOf(scope.db, own(scope), filter);

/** Everything a list shows, page after page, for a file. */
export async function* everyPartner(scope: Scope<Recruiter>, filter: PartnerFilter) {
  for (let from = 0; ; from += 500) {
    const rows = await listed(scope.db, own(scope), filter).limit(500).offset(from).execute();
    yield* rows.flatMap(withKind);
    if (rows.length < 500) return;
  }
}

type Reader = Extract<SignedIn, { kind: 'officer' | 'auditor' | 'reviewer' }>;

/** The network of an applicant, for those who review or audit it now. */
export async function listNetworkOf(scope: Scope<Reader>, applicationId: string, filter: PartnerFilter) {
  const { db, actor, now } = scope;
  const application = await db
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .leftJoin('serving_body as serving', 'serving.application_id', 'application.id')
    .select(['application.id', 'application.reference', 'organisation.name as recruiter'])
    .select(['application.organisation_id', 'serving.audit_body_id', 'application.submitted_at'])
    .where(isId('application.id', applicationId))
    .executeTakeFirst();
  if (!application) return undefined;
  const { id, reference, recruiter, organisation_id, audit_body_id, submitted_at } = application;
  if (!mayReadNetwork(actor, { sent: submitted_at !== null, auditBodyId: audit_body_id })) return undefined;
  const asked = { organisationId: organisation_id, today: dayOf(now) };
  return { application: { id, reference, recruiter }, ...(await networkOf(db, asked, filter)) };
}
