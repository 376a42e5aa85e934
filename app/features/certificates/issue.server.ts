import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Decider, Reviewer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { cycleFrom, type Days } from './cycle/rules.ts';
import { supersedeStanding } from './cycle/supersede.server.ts';
import { lockStanding } from './queries.server.ts';

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
  /** The panel, or for a transfer the new body. */
  actor: Decider | Reviewer;
  now: Date;
  /** What was asked for, and the terms it was asked under. */
  application: Warranted;
  decisionId: string;
};

/** The first certificate of a decision that granted it; one that had ended before gives its place, one that is suspended does not. */
export async function issueCertificate(trx: Transaction<Database>, granted: Granted) {
  const { now, application } = granted;
  const standing = await lockStanding(trx, application.organisation_id);
  if (standing?.status === 'suspended' && standing.validUntil >= dayOf(now)) return refuse('suspended');
  const { validityMonths } = termsOf(application.terms);
  await supersedeStanding(trx, granted, application.organisation_id, async (previous) => ({
    id: await putCertificate(trx, granted, {
      kind: 'initial',
      previousId: previous?.id ?? null,
      days: cycleFrom(dayOf(now), validityMonths),
    }),
  }));
  return ok(undefined);
}

type Put = {
  kind: 'initial' | 'recertification' | 'restoration' | 'transfer';
  previousId: string | null;
  days: Days;
};

/** The row, its first status, its first version and the fact: what every certificate begins with. */
export async function putCertificate(trx: Transaction<Database>, granted: Granted, put: Put) {
  const { actor, now, application, decisionId } = granted;
  const { organisation_id, scheme_version_id, audit_body_id, corridors, sectors, offices } = application;
  if (!audit_body_id) throw new Error(`Application ${application.id} has no audit body`);
  const number = await nextNumber(trx, dayOf(now));
  const scope = { corridors, sectors, offices };
  const { id } = await trx
    .insertInto('certificate')
    .values({
      ...{ number, organisation_id, application_id: application.id, decision_id: decisionId },
      ...{ scheme_version_id, audit_body_id, status: 'active', since: now, ...scope },
      ...{ kind: put.kind, previous_id: put.previousId },
      ...{ valid_from: put.days.validFrom, valid_until: put.days.validUntil, cycle_from: put.days.cycleFrom },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const note = put.kind === 'transfer' ? 'Taken over by its new audit body' : 'Granted by the decision panel';
  const decided = { note, decided_by: actor.accountId };
  await trx
    .insertInto('certificate_status')
    .values({ certificate_id: id, action: 'issued', status: 'active', ...decided, decided_at: now })
    .execute();
  await trx
    .insertInto('certificate_version')
    .values({ certificate_id: id, version: 1, action: 'issued', ...scope, ...decided, from_at: now })
    .execute();
  const { validUntil } = put.days;
  const about = { subject: id, related: [application.id, organisation_id] };
  await recordEvent(trx, { actor, now, ...about }, 'certificate.issued', { number, validUntil });
  if (put.kind === 'restoration')
    await recordEvent(trx, { actor, now, ...about }, 'certificate.restored', { number });
  return id;
}

async function nextNumber(trx: Transaction<Database>, today: string) {
  // A sequence has no builder.
  const { rows } = await sql<{ next: number }>`select nextval('certificate_number') as next`.execute(trx);
  return `ERC-${today.slice(0, 4)}-${String(rows[0]?.next).padStart(5, '0')}`;
}
