import type { Kysely } from 'kysely';

import type { Day } from '#app/platform/calendar.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import { auditsShape, lastAudit, nextAudit } from '../audits.server.ts';
import type { Asked } from '../listed.server.ts';
import type { Absence, PublicCertificate } from '../model.ts';
import { licencesOf, licencesShape } from '../licences.server.ts';
import { normalNumber } from '../queries.server.ts';
import { findPast } from './facts.server.ts';
import type { KeptOfToday, PastRecord } from './model.ts';
import { countedOf, endOf, knownBefore, standingOn } from './rules.ts';

/** What the register said of one recruiter at the end of a day (UTC), from what had been decided by then. */
export async function findRecordOn(
  { db }: Pick<Asked, 'db'>,
  typed: string,
  day: Day,
): Promise<Result<PastRecord, Absence | 'not_yet_listed'>> {
  const number = normalNumber(typed);
  const found = await findPast(db, number);
  if (!found) return refuse('unknown_recruiter');
  if (found.delistedOn) return refuse('removed');
  const standing = standingOn(found.past, day);
  if (typeof standing === 'string') return refuse(standing);
  const known = knownBefore(found.past, endOf(day));
  const [named, certificate] = await Promise.all([
    findNamed(db, number),
    findCertificate(db, countedOf(known)?.id, day, standing.status === 'withdrawn'),
  ]);
  const { listedOn, licences, ...names } = named;
  const acceptedOn = known.listings.at(-1)?.acceptedOn ?? listedOn;
  // Trading names and licences are those of the application a recruiter is listed by now.
  const asToday: KeptOfToday[] = ['name', 'nameLocal'];
  if (acceptedOn < listedOn) asToday.push('tradingNames', 'licences');
  return ok({
    ...names,
    acceptedOn,
    licences: licencesShape.parse(licences),
    ...{ standing, certificate, asOf: day, asToday },
  });
}

const findNamed = (db: Kysely<Database>, number: string) =>
  db
    .selectFrom('registration')
    .innerJoin('organisation', 'organisation.id', 'registration.organisation_id')
    .select(['registration.number as registrationNumber', 'registration.accepted_on as listedOn'])
    .select(['organisation.name', 'organisation.name_local as nameLocal', 'organisation.country'])
    .select('registration.trading_names as tradingNames')
    .select(licencesOf('registration.organisation_id'))
    .where('registration.number', '=', number)
    .executeTakeFirstOrThrow();

/** A certificate with the scope it had at the end of a day; its days, its standard and its body never change. */
async function findCertificate(
  db: Kysely<Database>,
  id: string | undefined,
  day: Day,
  withdrawn: boolean,
): Promise<PublicCertificate | null> {
  if (id === undefined) return null;
  const { lastAudit: last, nextAudit: next, ...row } = await certificateOn(db, id, day);
  const { number, validFrom, validUntil, corridors, sectors, offices, auditBody, ...standard } = row;
  const audits = auditsShape.parse({ lastAudit: last, nextAudit: next });
  return {
    ...{ number, validFrom, validUntil, standard, corridors, sectors, offices, auditBody },
    lastAudit: audits.lastAudit,
    // Nothing is ahead of a certificate that has ended.
    nextAudit: validUntil >= day && !withdrawn ? audits.nextAudit : null,
  };
}

const certificateOn = (db: Kysely<Database>, id: string, day: Day) =>
  db
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .innerJoin('organisation as body', 'body.id', 'certificate.audit_body_id')
    .innerJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('certificate_version as version')
          .select(['version.corridors', 'version.sectors', 'version.offices'])
          .whereRef('version.certificate_id', '=', 'certificate.id')
          .where('version.from_at', '<', endOf(day))
          .orderBy('version.version', 'desc')
          .limit(1)
          .as('covered'),
      (join) => join.onTrue(),
    )
    .select(['certificate.number', 'certificate.valid_from as validFrom'])
    .select(['certificate.valid_until as validUntil', 'body.name as auditBody'])
    .select(['scheme_version.standard_id as id', 'scheme_version.standard_version as version'])
    .select(['scheme_version.title', 'covered.corridors', 'covered.sectors', 'covered.offices'])
    .select((where) => [
      lastAudit(where, endOf(day)).as('lastAudit'),
      nextAudit(day, endOf(day))(where).as('nextAudit'),
    ])
    .where('certificate.id', '=', id)
    .executeTakeFirstOrThrow();
