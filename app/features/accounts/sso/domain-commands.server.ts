import { randomBytes } from 'node:crypto';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope, SignedIn } from '#app/platform/scope.ts';

import type { LookUp } from './domain-record.server.ts';
import type { ConfirmDomainForm, DomainForm } from './forms.ts';
import { recordOf } from './model.ts';
import { mayConfirmDomain, mayManageSignOn } from './policy.ts';
import { findDomain, listDomains, lockDomain } from './queries.server.ts';
import { claim, provesDomain } from './rules.ts';

const mostDomains = 20;

const aboutOrganisation = ({ actor, now }: Pick<Scope, 'actor' | 'now'>, organisationId: string) => ({
  actor,
  now,
  subject: organisationId,
  related: [organisationId],
});

/** Says a domain is the organisation's own; nothing follows until it is proven. */
export function claimDomain({ db, actor, now }: Scope<SignedIn>, { domain }: DomainForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayManageSignOn(actor)) return refuse('forbidden');
    const decision = claim(domain);
    if (!decision.ok) return decision;
    const { accountId, organisationId } = actor;
    const held = await trx
      .selectFrom('mail_domain')
      .select('organisation_id')
      .where('domain', '=', domain)
      .where('proven_at', 'is not', null)
      .executeTakeFirst();
    if (held && held.organisation_id !== organisationId) return refuse('domain_of_another');
    const mine = await listDomains({ db: trx, actor, now });
    if (mine.length >= mostDomains) return refuse('too_many_domains');
    const token = randomBytes(24).toString('base64url');
    const row = await trx
      .insertInto('mail_domain')
      .values({ organisation_id: organisationId, domain, token, claimed_at: now, claimed_by: accountId })
      .onConflict((conflict) => conflict.doNothing())
      .returning('domain')
      .executeTakeFirst();
    if (!row) return refuse('already_claimed');
    await recordEvent(trx, aboutOrganisation({ actor, now }, organisationId), 'mail_domain.claimed', {});
    return ok({ domain, token });
  });
}

type Proof = { organisationId: string; domain: string } & (
  { by: 'dns' } | { by: 'officer'; officerId: string; note: string }
);

/** Of two organisations that prove one domain at once, the database lets the first. */
async function prove({ db, actor, now }: Scope, proof: Proof) {
  const { organisationId, domain, by } = proof;
  try {
    return await db.transaction().execute(async (trx) => {
      const current = await lockDomain(trx, organisationId, domain);
      if (!current) return refuse('not_found');
      if (current.provenAt) return refuse('already_proven');
      if (by === 'officer' && !mayConfirmDomain(actor, current.claimedBy)) return refuse('own_claim');
      const officer = by === 'officer' ? { officer_id: proof.officerId, officer_note: proof.note } : {};
      await trx
        .updateTable('mail_domain')
        .set({ proven_at: now, proven_by: by, ...officer })
        .where('organisation_id', '=', organisationId)
        .where('domain', '=', domain)
        .execute();
      await recordEvent(trx, aboutOrganisation({ actor, now }, organisationId), 'mail_domain.proven', { by });
      return ok({ domain });
    });
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'mail_domain_proven_once')
      return refuse('domain_of_another');
    throw error;
  }
}

/** Looks for the record the owner was told to publish. */
export async function checkDomain(scope: Scope<SignedIn>, domain: string, lookUp: LookUp) {
  if (!mayManageSignOn(scope.actor)) return refuse('forbidden');
  const claimed = await findDomain(scope, domain);
  if (!claimed) return refuse('not_found');
  if (claimed.provenAt) return refuse('already_proven');
  // Outside any transaction: a name server may take its time.
  const texts = await lookUp(recordOf(claimed).name).catch(() => undefined);
  if (!texts) return refuse('no_name_server');
  if (!provesDomain(claimed, texts)) return refuse('record_not_found');
  return prove(scope, { organisationId: claimed.organisationId, domain, by: 'dns' });
}

/** An officer checked by other means that the domain is the organisation's. */
export function confirmDomain(
  scope: Scope<Officer>,
  { organisationId, domain }: { organisationId: string; domain: string },
  { note }: ConfirmDomainForm,
) {
  return prove(scope, { organisationId, domain, by: 'officer', officerId: scope.actor.accountId, note });
}

/** Nobody signs in by this domain any more; sessions that run go on to their end. */
export function removeDomain({ db, actor, now }: Scope<SignedIn>, domain: string) {
  return db.transaction().execute(async (trx) => {
    if (!mayManageSignOn(actor)) return refuse('forbidden');
    const row = await trx
      .deleteFrom('mail_domain')
      .where('organisation_id', '=', actor.organisationId)
      .where('domain', '=', domain)
      .returning('domain')
      .executeTakeFirst();
    if (!row) return refuse('not_found');
    await recordEvent(
      trx,
      aboutOrganisation({ actor, now }, actor.organisationId),
      'mail_domain.removed',
      {},
    );
    return ok(row);
  });
}
