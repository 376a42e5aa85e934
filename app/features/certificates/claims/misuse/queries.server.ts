import type { Kysely } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Auditor, Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { media } from '../model.ts';

const most = 50;

const misuses = (db: Kysely<Database>) =>
  db
    .selectFrom('claim_misuse as misuse')
    .innerJoin('certificate', 'certificate.id', 'misuse.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .leftJoin('claim_use as granted', 'granted.id', 'misuse.claim_id')
    .leftJoin('standing_misuse_finding as link', 'link.misuse_id', 'misuse.id')
    .leftJoin('finding', 'finding.id', 'link.finding_id')
    .leftJoin('audit', 'audit.id', 'finding.audit_id')
    .select(['misuse.id', 'misuse.place', 'misuse.seen_on as seenOn', 'misuse.what', 'misuse.evidence'])
    .select([
      'misuse.recorded_at as recordedAt',
      'misuse.recorded_by as recordedBy',
      'granted.place as granted',
    ])
    .select(['certificate.id as certificateId', 'certificate.number', 'certificate.status'])
    .select(['organisation.name as recruiter', 'finding.id as findingId', 'finding.state as findingState'])
    .select(['audit.reference', 'finding.number as findingNumber']);

export const findMisuse = ({ db }: Scope<Officer>, id: string) =>
  misuses(db).where(isId('misuse.id', id)).executeTakeFirst();

/** What was recorded of one certificate, the newest first. */
export const listMisuses = ({ db }: Scope<Officer>, certificateId: string) =>
  misuses(db)
    .where('certificate.id', '=', certificateId)
    .orderBy('misuse.recorded_at', 'desc')
    .limit(most)
    .execute();

/** What one's own agency is told of: a finding is its own to read once it was told. */
export async function listOwnMisuses({ db, actor }: Scope<Recruiter>) {
  const rows = await misuses(db)
    .select('finding.issued_at as issuedAt')
    .where('certificate.organisation_id', '=', actor.organisationId)
    .orderBy('misuse.recorded_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ id, number, place, seenOn, what, granted, findingId, issuedAt }) => ({
    ...{ id, number, place, seenOn, what, granted },
    findingId: issuedAt === null ? null : findingId,
  }));
}

const shape = z.object({ id: z.string(), medium: z.enum(media), place: z.string() });

const granted = (db: Kysely<Database>) =>
  db
    .selectFrom('claim_use')
    .innerJoin('certificate', 'certificate.id', 'claim_use.certificate_id')
    .select(['claim_use.id', 'claim_use.medium', 'claim_use.place'])
    .where('claim_use.state', 'in', ['registered', 'ended'])
    .where('claim_use.answer', 'is not', null)
    .orderBy('claim_use.asked_at', 'desc')
    .limit(100);

/** Uses that were granted with a certificate, for the officer who says which of them was gone beyond. */
export const listGranted = async ({ db }: Scope<Officer>, certificateId: string) =>
  z.array(shape).parse(await granted(db).where('certificate.id', '=', certificateId).execute());

/** The same with the certificate an audited holder has, for who audits it. */
export const listGrantedToHolder = async ({ db }: Scope<Auditor>, organisationId: string) =>
  z
    .array(shape)
    .parse(
      await granted(db)
        .where('certificate.organisation_id', '=', organisationId)
        .where('certificate.status', 'in', ['active', 'active_under_watch', 'suspended'])
        .execute(),
    );
