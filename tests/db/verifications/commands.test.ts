import { expect } from 'vitest';

import { checkAndKeep, checkOnly } from '#app/features/register/verifications/commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { aListed, origin } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/factories/verifications.ts';

const items = [{ name: 'Everest Gate' }];

test('a check that leaves nothing behind answers like one that is kept', async ({
  db,
  now,
  signing,
  company,
}) => {
  await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
  const only = await checkOnly({ db, now, actor: { kind: 'visitor' } }, items);
  expect(await db.selectFrom('verification').select('id').execute()).toEqual([]);
  const kept = done(await checkAndKeep(company.scope, { signing, origin }, { items, channel: 'api' }));
  expect(kept.answers).toEqual(only.answers);
  expect(await db.selectFrom('verification_line').select('position').execute()).toEqual([{ position: 1 }]);
});

test('a key of one company says nothing about another’s', async ({ db, signing, company }) => {
  const other = await anOrganisation(db, 'company', 'company', { name: 'Southwind', country: 'SE' });
  const by = { signing, origin };
  const about = { items, channel: 'api' as const, request: { key: 'k', bodyHash: 'a' } };
  const first = done(await checkAndKeep(company.scope, by, about));
  const second = done(
    await checkAndKeep(other.scope, by, { ...about, request: { key: 'k', bodyHash: 'b' } }),
  );
  expect(second.id).not.toBe(first.id);
  expect(await checkAndKeep(company.scope, by, { ...about, request: { key: 'k', bodyHash: 'b' } })).toEqual({
    ok: false,
    refusal: 'key_reused',
  });
});
