import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Actor, Recruiter, Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Declared } from './declared.server.ts';
import type { DeclareForm, RenewForm } from './forms.ts';
import { mayDeclare } from './policy.ts';
import { lockLicence, lockSameLicence } from './queries.server.ts';
import * as rules from './rules.ts';
import { storeStep } from './step.server.ts';

/** A licence the recruiter adds by itself. */
export function declareLicence({ db, actor, now }: Scope<Recruiter>, form: DeclareForm) {
  return db.transaction().execute(async (trx) => {
    const { organisationId } = actor;
    if (!mayDeclare(actor, organisationId)) return refuse('forbidden');
    if (form.validUntil < dayOf(now)) return refuse('licence_ended');
    await holdHolder(trx, organisationId);
    if (await lockSameLicence(trx, organisationId, form)) return refuse('already_declared');
    const { type = null, issuedOn = null, registerUrl = null } = form;
    const declared = { ...form, type, issuedOn, registerUrl };
    return ok({ id: await declare(trx, { actor, now }, { organisationId, declared }) });
  });
}

/** The holder's row is the lock: the same licence declared twice at once is declared once. */
const holdHolder = (trx: Transaction<Database>, organisationId: string) =>
  trx.selectFrom('organisation').select('id').where('id', '=', organisationId).forUpdate().executeTakeFirst();

type Declaring = { organisationId: string; applicationId?: string; declared: Declared };

async function declare(
  trx: Transaction<Database>,
  by: { actor: Actor; now: Date },
  { organisationId, applicationId, declared }: Declaring,
) {
  const { actor, now } = by;
  const { authority, country, number, type, issuedOn, validUntil, registerUrl } = declared;
  const { id } = await trx
    .insertInto('licence')
    .values({
      organisation_id: organisationId,
      ...{ authority: authority.trim(), country, number: number.trim(), type },
      issued_on: issuedOn,
      valid_until: validUntil,
      register_url: registerUrl,
      application_id: applicationId ?? null,
      standing: 'declared',
      since: now,
      declared_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('licence_status')
    .values({
      licence_id: id,
      action: 'declared',
      standing: 'declared',
      valid_until: validUntil,
      decided_by: 'accountId' in actor ? actor.accountId : null,
      decided_at: now,
    })
    .execute();
  const related = [organisationId, ...(applicationId ? [applicationId] : [])];
  await recordEvent(trx, { actor, now, subject: id, related }, 'licence.declared', {});
  return id;
}

/** The recruiter says that a licence was renewed; of a confirmed one the old last day holds until that is confirmed. */
export function renewLicence({ db, actor, now }: Scope<Recruiter>, id: string, form: RenewForm) {
  return db.transaction().execute(async (trx) => {
    const current = await lockLicence(trx, id);
    if (!current || !mayDeclare(actor, current.organisationId)) return refuse('not_found');
    const decision = rules.renew(current, form.validUntil, dayOf(now));
    if (!decision.ok) return decision;
    await storeStep(trx, { actor, now }, decision.value);
    return decision;
  });
}

const system: System = { kind: 'system' };

type FromApplication = { applicationId: string; organisationId: string; licences: readonly Declared[] };

/** What a sent application says of licences: unknown ones are declared, later last days are renewals. Safe to repeat. */
export function declareFromApplication(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  { applicationId, organisationId, licences }: FromApplication,
) {
  return db.transaction().execute(async (trx) => {
    await holdHolder(trx, organisationId);
    for (const declared of licences) {
      const current = await lockSameLicence(trx, organisationId, declared);
      if (!current) {
        await declare(trx, { actor: system, now }, { organisationId, applicationId, declared });
        continue;
      }
      const renewal = rules.renew(current, declared.validUntil, dayOf(now));
      if (renewal.ok) await storeStep(trx, { actor: system, now }, renewal.value);
    }
  });
}
