import type { Kysely } from 'kysely';

import { dayOf, type Day } from '#app/platform/calendar.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';
import { preparedQuery } from '#db/prepared.ts';

import { auditsShape, lastAudit, nextAudit } from './audits.server.ts';
import { contactColumn, readContact } from './contacts/queries.server.ts';
import { licencesOf, licencesShape } from './licences.server.ts';
import { certificateStanding, entryColumns, standingOf, type Asked } from './listed.server.ts';
import type { Absence, RegisterRecord } from './model.ts';

/** `today`: what is ahead of a certificate begins with it. */
export const details = (db: Kysely<Database>, today: Day) =>
  db
    .selectFrom('register_entry')
    .innerJoin('registration', 'registration.organisation_id', 'register_entry.organisation_id')
    .leftJoin('certificate', 'certificate.id', 'register_entry.certificate_id')
    .leftJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .leftJoin('organisation as body', 'body.id', 'certificate.audit_body_id')
    .select(entryColumns)
    .select([
      'registration.trading_names as tradingNames',
      'certificate.number as certificateNumber',
      'certificate.valid_from as validFrom',
    ])
    .select(['certificate.corridors', 'certificate.sectors', 'certificate.offices', 'body.name as auditBody'])
    .select([
      'scheme_version.standard_id as standardId',
      'scheme_version.standard_version as standardVersion',
      'scheme_version.title as standardTitle',
    ])
    .select(licencesOf('register_entry.organisation_id'))
    .select(contactColumn.as('contact'))
    .select((where) => [lastAudit(where).as('lastAudit'), nextAudit(today)(where).as('nextAudit')]);

const askRecord = preparedQuery(
  'register_record',
  { today: 'today', number: 'number' },
  (db, { today, number }) => details(db, today).where('register_entry.number', '=', number),
);

/** The record behind a registration number, in one query; or which of the three absences it is. */
export async function findRecord(
  { db, now }: Asked,
  number: string,
): Promise<Result<RegisterRecord, Absence>> {
  const [row] = await askRecord(db, { today: dayOf(now), number: normalNumber(number) });
  return row ? toRecord(row, dayOf(now)) : refuse('unknown_recruiter');
}

/**
 * The record of whoever holds, or held, a certificate; `counts` tells whether it is the one that counts today, `own`
 * where this certificate itself stands: one that another took the place of stands as that one does.
 */
export async function findByCertificate({ db, now }: Asked, certificateNumber: string) {
  const number = certificateNumber.trim().toUpperCase();
  const held = await db
    .selectFrom('certificate')
    .innerJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    .select(['registration.number', 'certificate.status', 'certificate.since'])
    .select(['certificate.valid_until as validUntil', 'certificate.reason_class as reasonClass'])
    .where('certificate.number', '=', number)
    .executeTakeFirst();
  if (!held) return refuse('unknown_certificate');
  const record = await findRecord({ db, now }, held.number);
  if (!record.ok) return record;
  return ok({
    record: record.value,
    became: held.status,
    ...ownStanding(record.value, { ...held, number }, dayOf(now)),
  });
}

type Held = { number: string } & Parameters<typeof certificateStanding>[0];

/** `counts`: whether it is the one that counts today; `own`: where it stands itself; `replacedBy`: the one in its place. */
export function ownStanding({ certificate, standing }: RegisterRecord, held: Held, today: Day) {
  const counts = certificate?.number === held.number;
  const replaced = held.status === 'superseded' || held.status === 'transferred';
  return {
    counts,
    own: counts ? standing : (certificateStanding(held, today) ?? standing),
    replacedBy: replaced ? (certificate?.number ?? null) : null,
  };
}

type Details = NonNullable<Awaited<ReturnType<ReturnType<typeof details>['executeTakeFirst']>>>;

export function toRecord(row: Details, today: Day): Result<RegisterRecord, Absence> {
  if (row.delistedOn) return refuse('removed');
  const { registrationNumber, name, nameLocal, tradingNames, country, acceptedOn } = row;
  return ok({
    registrationNumber,
    name,
    nameLocal,
    tradingNames,
    country,
    acceptedOn,
    licences: licencesShape.parse(row.licences),
    standing: standingOf(row, today),
    certificate: certificateOf(row, today),
    contact: readContact(row.contact),
  });
}

function certificateOf(row: Details, today: Day): RegisterRecord['certificate'] {
  const { certificateNumber: number, validFrom, validUntil, corridors, sectors, offices, auditBody } = row;
  const { standardId: id, standardVersion: version, standardTitle: title } = row;
  if (!number || !validFrom || !validUntil || !id || !version || !title || !auditBody) return null;
  return {
    number,
    validFrom,
    validUntil,
    standard: { id, version, title },
    corridors: corridors ?? [],
    sectors: sectors ?? [],
    offices: offices ?? [],
    auditBody,
    ...auditsOf(row, validUntil >= today),
  };
}

/** Nothing is ahead of a certificate that has ended. */
function auditsOf({ certificateStatus, ...row }: Details, counts: boolean) {
  const { lastAudit: last, nextAudit: next } = auditsShape.parse(row);
  return { lastAudit: last, nextAudit: counts && certificateStatus !== 'withdrawn' ? next : null };
}

/** As people type it: "lrn 0012 2604". */
export const normalNumber = (typed: string) => typed.replace(/[\s-]/g, '').toUpperCase();

/** What everybody may read of the latest audit that a certificate was granted on. */
export const findPublicSummary = ({ db }: Asked, registrationNumber: string) =>
  db
    .selectFrom('audit_report as report')
    .innerJoin('audit', 'audit.id', 'report.audit_id')
    .innerJoin('registration', 'registration.organisation_id', 'audit.organisation_id')
    .innerJoin('certification_decision as decision', 'decision.application_id', 'audit.application_id')
    .select(['report.public_summary as summary', 'audit.ends_on as auditedUntil'])
    .where('registration.number', '=', registrationNumber)
    .where('decision.outcome', '=', 'granted')
    .whereRef('decision.decided_at', '>=', 'report.finalised_at')
    .orderBy('report.finalised_at', 'desc')
    .executeTakeFirst();

/** Whether the holder appeals against a decision on its certificate: that it does, never why. */
export async function isUnderAppeal({ db }: Asked, registrationNumber: string) {
  const row = await db
    .selectFrom('certificate_appeal as appeal')
    .innerJoin('certificate', 'certificate.id', 'appeal.certificate_id')
    .innerJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    .select('appeal.id')
    .where('registration.number', '=', registrationNumber)
    .where('appeal.outcome', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
