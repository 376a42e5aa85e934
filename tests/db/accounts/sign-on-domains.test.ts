import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import {
  checkDomain,
  claimDomain,
  confirmDomain,
  removeDomain,
} from '#app/features/accounts/sso/domain-commands.server.ts';
import {
  findClaim,
  findDomain,
  listClaims,
  listDomains,
  listProvenDomains,
} from '#app/features/accounts/sso/queries.server.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import {
  anOfficer,
  domain,
  himal,
  note,
  now,
  ownerOf,
  refused,
  typesOf,
} from '#tests/support/factories/sign-on.ts';
import { test } from '#tests/support/test.ts';

describe('a mail domain', () => {
  test('is claimed once by an owner, and proven by its record', async ({ db }) => {
    const { scope, organisationId } = await ownerOf(db, 'Himal');
    const claimed = await claimDomain(scope, { domain });
    expect(claimed).toMatchObject({ ok: true, value: { domain } });
    expect(await claimDomain(scope, { domain })).toEqual(refused('already_claimed'));
    expect(await listProvenDomains(db, organisationId)).toEqual([]);
    const token = (await findDomain(scope, domain))?.token ?? '';
    const asked: string[] = [];
    const answer = (texts: string[][]) => (name: string) => {
      asked.push(name);
      return Promise.resolve(texts);
    };
    expect(await checkDomain(scope, domain, answer([]))).toEqual(refused('record_not_found'));
    expect(await checkDomain(scope, domain, () => Promise.reject(new Error('timeout')))).toEqual(
      refused('no_name_server'),
    );
    const right = answer([['v=spf1'], [`fairroute-domain=${token}`]]);
    expect(await checkDomain(scope, domain, right)).toMatchObject({ ok: true });
    expect(await checkDomain(scope, domain, right)).toEqual(refused('already_proven'));
    expect(asked[0]).toBe('_fairroute-challenge.himal.example');
    expect(await listDomains(scope)).toMatchObject([{ domain, provenBy: 'dns', provenAt: now }]);
    expect(await typesOf(db, organisationId)).toEqual(['mail_domain.claimed', 'mail_domain.proven']);
  });

  test('of everybody, and a twenty-first one, is refused', async ({ db }) => {
    const { scope } = await ownerOf(db, 'Himal');
    expect(await claimDomain(scope, { domain: 'gmail.com' })).toEqual(refused('public_mailbox'));
    for (let count = 0; count < 20; count += 1) await claimDomain(scope, { domain: `d${count}.example` });
    expect(await claimDomain(scope, { domain })).toEqual(refused('too_many_domains'));
  });

  test('is confirmed by an officer who says why, once, and not by the one who claimed it', async ({ db }) => {
    const { scope, organisationId } = await ownerOf(db, 'Himal');
    const officer = await anOfficer(db);
    await claimDomain(scope, { domain });
    expect(await listClaims(officer)).toMatchObject([
      { domain, organisation: 'Himal', claimant: 'Owner of Himal' },
    ]);
    expect(await findClaim(officer, 'anything', domain)).toBeUndefined();
    const claim = { organisationId, domain };
    const both = await Promise.all([
      confirmDomain(officer, claim, note),
      confirmDomain(officer, claim, note),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toEqual(refused('already_proven'));
    expect(await db.selectFrom('mail_domain').select(['officer_id', 'officer_note']).execute()).toEqual([
      { officer_id: officer.actor.accountId, officer_note: note.note },
    ]);
    const ownClaim: Scope<SignedIn> = { ...officer, actor: { ...officer.actor, owner: true } };
    await claimDomain(ownClaim, { domain: 'scheme.example' });
    const own = { organisationId: officer.actor.organisationId, domain: 'scheme.example' };
    expect(await confirmDomain(officer, own, note)).toEqual(refused('own_claim'));
    expect(await confirmDomain(officer, { ...own, domain: 'nobodys.example' }, note)).toEqual(
      refused('not_found'),
    );
  });

  test('belongs to the organisation that proves it first, also of two at once', async ({ db }) => {
    const [first, second] = [await ownerOf(db, 'Himal'), await ownerOf(db, 'Sagar')];
    const officer = await anOfficer(db);
    for (const { scope } of [first, second]) await claimDomain(scope, { domain });
    const outcomes = await Promise.all(
      [first, second].map(({ organisationId }) => confirmDomain(officer, { organisationId, domain }, note)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([refused('domain_of_another')]);
    const third = await ownerOf(db, 'Terai');
    expect(await claimDomain(third.scope, { domain })).toEqual(refused('domain_of_another'));
  });

  test('is nothing to anybody but its owners', async ({ db }) => {
    const { scope, organisationId, accountId } = await himal(db);
    const other = await ownerOf(db, 'Sagar');
    const worker: Scope<SignedIn> = { db, now, actor: { kind: 'recruiter', accountId, organisationId } };
    expect(await claimDomain(worker, { domain: 'b.example' })).toEqual(refused('forbidden'));
    expect(await checkDomain(worker, domain, () => Promise.resolve([]))).toEqual(refused('forbidden'));
    expect(await removeDomain(worker, domain)).toEqual(refused('forbidden'));
    expect(await findDomain(other.scope, domain)).toBeUndefined();
    expect(await listDomains(other.scope)).toEqual([]);
    expect(await checkDomain(other.scope, domain, () => Promise.resolve([]))).toEqual(refused('not_found'));
    expect(await removeDomain(other.scope, domain)).toEqual(refused('not_found'));
    expect(await removeDomain(scope, domain)).toMatchObject({ ok: true });
    expect(await removeDomain(scope, domain)).toEqual(refused('not_found'));
    expect(await typesOf(db, organisationId)).toContain('mail_domain.removed');
  });

  test('cannot be proven by SQL without a reason, nor moved', async ({ db }) => {
    const { officer } = await himal(db);
    const id = officer.actor.accountId;
    await expect(
      sql`update mail_domain set officer_note = 'Another reason, later on'`.execute(db),
    ).rejects.toThrow('stands as it is');
    const insert = sql`insert into mail_domain (organisation_id, domain, token, claimed_at, claimed_by, proven_at, proven_by, officer_id)
      values (${officer.actor.organisationId}, 'b.example', 't', ${now}, ${id}, ${now}, 'officer', ${id})`;
    await expect(insert.execute(db)).rejects.toThrow('mail_domain_officer_says_why');
  });
});
