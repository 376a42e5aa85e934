import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, addMonths, dayOf } from '#app/platform/calendar.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import type { Decider } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

type Warranted = {
  id: string;
  organisation_id: string;
  scheme_version_id: string;
  audit_body_id: string | null;
  corridors: string[];
  sectors: string[];
  offices: string[];
  terms: unknown;
};
export type Granted = {
  actor: Decider;
  now: Date;
  /** What was asked for, and the terms it was asked under. */
  application: Warranted;
  decisionId: string;
};

/** The certificate of a decision that granted it, in the decision's own transaction. */
export async function issueCertificate(
  trx: Transaction<Database>,
  { actor, now, application, decisionId }: Granted,
) {
  const { organisation_id, scheme_version_id, audit_body_id, corridors, sectors, offices, terms } =
    application;
  if (!audit_body_id) throw new Error(`Application ${application.id} has no audit body`);
  const today = dayOf(now);
  const validUntil = addDays(addMonths(today, termsOf(terms).validityMonths), -1);
  const number = await nextNumber(trx, today);
  const scope = { corridors, sectors, offices };
  const { id } = await trx
    .insertInto('certificate')
    .values({
      number,
      organisation_id,
      application_id: application.id,
      decision_id: decisionId,
      scheme_version_id,
      audit_body_id,
      status: 'active',
      since: now,
      valid_from: today,
      cycle_from: today,
      valid_until: validUntil,
      ...scope,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordIssue(trx, id, { actor, now });
  const about = { subject: id, related: [application.id, organisation_id] };
  await recordEvent(trx, { actor, now, ...about }, 'certificate.issued', { number, validUntil });
}

async function nextNumber(trx: Transaction<Database>, today: string) {
  // A sequence has no builder.
  const { rows } = await sql<{ next: number }>`select nextval('certificate_number') as next`.execute(trx);
  return `ERC-${today.slice(0, 4)}-${String(rows[0]?.next).padStart(5, '0')}`;
}

const recordIssue = (
  trx: Transaction<Database>,
  id: string,
  { actor, now }: Pick<Granted, 'actor' | 'now'>,
) =>
  trx
    .insertInto('certificate_status')
    .values({
      certificate_id: id,
      action: 'issued',
      status: 'active',
      note: 'Granted by the decision panel',
      decided_by: actor.accountId,
      decided_at: now,
    })
    .execute();
