import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { oneByOne } from '#app/platform/operation/round.ts';
import { refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import { finalStatuses, type Certificate } from '../model.ts';
import { lockCertificate } from '../queries.server.ts';
import { latestVersion } from '../scope/versions.server.ts';
import { about } from '../status.server.ts';
import { lockRequest, openRequest } from './requests.server.ts';
import { outlive } from './rules.ts';

type House = Pick<Scope, 'db' | 'now'>;
const actor = { kind: 'system' } as const;

/** Requests of a certificate that nobody answered yet. */
export async function listOpenRequests(db: Kysely<Database>, certificateId: string) {
  const rows = await db
    .selectFrom('certificate_scope_request')
    .select('id')
    .where('certificate_id', '=', certificateId)
    .where('state', 'in', ['requested', 'audit_needed'])
    .execute();
  return rows.map(({ id }) => id);
}

/** Nightly: what no event follows, since its certificate ended before any did, or waited for its restoration in vain. */
export async function followEnded({ db, now }: House) {
  const rows = await db
    .selectFrom('certificate_scope_request as request')
    .innerJoin('certificate', 'certificate.id', 'request.certificate_id')
    .select('request.id')
    .where('request.state', 'in', ['requested', 'audit_needed'])
    .where((where) =>
      where.or([
        where('certificate.status', 'in', finalStatuses),
        where('certificate.valid_until', '<', dayOf(now)),
      ]),
    )
    .orderBy('request.asked_at')
    .limit(10_000)
    .execute();
  await oneByOne(rows, ({ id }) => followCertificate({ db, now }, id));
}

/** A request whose certificate gave its place or ended: it goes on with the one in its place, or ends, and its holder is told. */
export const followCertificate = ({ db, now }: House, requestId: string) =>
  db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('certificate_scope_request as request')
      .innerJoin('certificate', 'certificate.id', 'request.certificate_id')
      .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
      .select(['request.certificate_id as certificateId', 'scheme_version.terms'])
      .select(sql<string | null>`certificate_bearing(request.certificate_id)`.as('nextId'))
      .where('request.id', '=', requestId)
      .executeTakeFirst();
    const certificate = known && (await lockCertificate(trx, known.certificateId));
    const request = certificate && (await lockRequest(trx, requestId));
    if (!request) return refuse('not_found');
    const { nextId, terms } = known;
    const { restorationMonths } = termsOf(terms).clocks.certificates;
    const next = nextId === null || nextId === certificate.id ? undefined : await nextOf(trx, nextId);
    const today = dayOf(now);
    const seen = await auditOf(trx, requestId, today);
    const outcome = outlive({ certificate, request, next, restorationMonths, ...seen }, today);
    if (!outcome.ok) return outcome;
    const { state, answer } = outcome.value;
    await trx
      .updateTable('certificate_scope_request')
      .set({ state, answered_at: now, answer })
      .where('id', '=', requestId)
      .execute();
    if (state === 'ended') {
      const fact = { actor, now, ...about(certificate) };
      await recordEvent(trx, fact, 'certificate.scope_request_ended', { requestId });
      return outcome;
    }
    const { certificate: bearing, as, added } = outcome.value;
    const { id } = await carry(trx, { from: requestId, to: bearing.id, as, added });
    const fact = { actor, now, ...about(bearing) };
    await recordEvent(trx, fact, 'certificate.scope_request_carried', { requestId: id, from: requestId });
    return outcome;
  });

async function nextOf(trx: Transaction<Database>, id: string) {
  const certificate = await lockCertificate(trx, id);
  if (!certificate) return undefined;
  const open = (await openRequest(trx, id)) !== undefined;
  return { certificate, covered: await latestVersion(trx, id), open };
}

const seenShape = z.object({ begun: z.boolean(), orderable: z.boolean() });

/** Whether its audit has begun, and whether it could be ordered again as it was: by whom, and for which day. */
async function auditOf(trx: Transaction<Database>, requestId: string, today: string) {
  const row = await trx
    .selectFrom('certificate_scope_request as request')
    .innerJoin('certificate', 'certificate.id', 'request.certificate_id')
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('audit_programme_entry as entry')
          .innerJoin('audit', 'audit.id', 'entry.audit_id')
          .select('audit.id')
          .whereRef('entry.request_id', '=', 'request.id')
          .where('audit.started_at', 'is not', null),
      ).as('begun'),
    )
    .select(({ and, eb, not, exists, selectFrom, ref }) =>
      and([
        eb('request.audit_due_on', '>=', today),
        eb('request.appeal_id', 'is', null),
        exists(
          selectFrom('membership')
            .select('membership.id')
            .whereRef('membership.account_id', '=', 'request.reviewed_by')
            .where('membership.role', '=', 'officer'),
        ),
        not(hasTie(ref('request.reviewed_by'), ref('certificate.organisation_id'), today)),
      ]).as('orderable'),
    )
    .where('request.id', '=', requestId)
    .executeTakeFirstOrThrow();
  return seenShape.parse({ begun: row.begun, orderable: row.orderable === true });
}

type Carrying = {
  from: string;
  to: Certificate['id'];
  as: 'requested' | 'audit_needed';
  added: { corridors: string[]; sectors: string[]; offices: string[] };
};

/** As it was asked, and, where its audit is still to be ordered, as it was reviewed. */
async function carry(trx: Transaction<Database>, { from, to, as, added }: Carrying) {
  const was = await trx
    .selectFrom('certificate_scope_request')
    .select(['grounds', 'asked_by', 'asked_at'])
    .select(['reviewed_by', 'reviewed_at', 'review', 'audit_due_on'])
    .where('id', '=', from)
    .executeTakeFirstOrThrow();
  const { grounds, asked_by, asked_at, ...reviewed } = was;
  return trx
    .insertInto('certificate_scope_request')
    .values({
      ...{ certificate_id: to, carried_from: from, state: as, ...added, grounds, asked_by, asked_at },
      ...(as === 'audit_needed' && reviewed),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
}
