import { expect } from 'vitest';

import { foundScheme } from '#app/commands/found/scheme.ts';
import { resetPassword } from '#app/features/accounts/people/commands/password.server.ts';
import { findCurrentVersion } from '#app/features/scheme/queries.server.ts';
import { findCredentials } from '#app/features/accounts/queries.server.ts';
import { test } from '#tests/support/test.ts';

const founding = {
  name: 'Fair Recruitment Scheme',
  country: 'CH',
  officer: 'Paolo Ferri',
  email: 'paolo@scheme.example',
};

test('a scheme begins with its standard and an officer who chooses a password by a link; once', async ({
  db,
  now,
  work,
  mailer,
}) => {
  expect(await foundScheme(db, founding, now)).toBe(true);
  expect(await foundScheme(db, { ...founding, email: 'other@scheme.example' }, now)).toBe(false);
  expect(await db.selectFrom('scheme_version').select('source').execute()).toEqual([{ source: 'interim' }]);
  expect(await db.selectFrom('membership').select(['role', 'owner_since']).execute()).toEqual([
    { role: 'officer', owner_since: now },
  ]);
  await work();
  const [mail] = mailer.sent;
  expect(mail?.to).toBe(founding.email);
  const secret = /\/reset\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const scope = { db, actor: { kind: 'visitor' as const }, now };
  expect(await resetPassword(scope, secret, 'slow harbour violet ladder')).toMatchObject({ ok: true });
  expect((await findCredentials(db, founding.email))?.passwordHash).toMatch(/^\$argon2id/);
});

test('how many votes make a decision is settled when the scheme begins, and never afterwards', async ({
  db,
  now,
}) => {
  expect(await foundScheme(db, { ...founding, quorum: 3 }, now)).toBe(true);
  expect((await findCurrentVersion({ db })).terms.panel.quorum).toBe(3);
  await expect(foundScheme(db, { ...founding, quorum: 1 }, now)).rejects.toThrow('never changes');
  expect((await findCurrentVersion({ db })).terms.panel.quorum).toBe(3);
});
