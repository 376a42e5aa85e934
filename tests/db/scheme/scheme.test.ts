import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import {
  findCurrentVersion,
  findIndicator,
  findVersion,
  listPrinciples,
} from '#app/features/scheme/queries.server.ts';
import { test } from '#tests/support/test.ts';

describe('a published scheme version', () => {
  test('holds 7 principles, 27 criteria and 93 indicators', async ({ db, now }) => {
    await publishSchemeVersion({ db, now }, interimVersion);
    const principles = await listPrinciples({ db }, interimVersion.id);
    const criteria = principles.flatMap((principle) => principle.criteria);
    expect([
      principles.length,
      criteria.length,
      criteria.flatMap(({ indicators }) => indicators).length,
    ]).toEqual([7, 27, 93]);
    expect(principles.map(({ code }) => code)).toEqual(['A', 'B', '1', '2', '3', '4', '5']);
    expect(await findIndicator({ db }, interimVersion.id, '1.1.5')).toMatchObject({
      defaultGrade: 'critical',
      evidenceTypes: ['W'],
    });
  });

  test('is the current one, marked interim, with its terms as they were written', async ({ db, now }) => {
    await publishSchemeVersion({ db, now }, interimVersion);
    expect(await findCurrentVersion({ db })).toEqual(interimVersion);
    expect(await findVersion({ db }, 'unknown')).toBeUndefined();
  });

  test('is published once', async ({ db, now }) => {
    await publishSchemeVersion({ db, now }, interimVersion);
    expect(await publishSchemeVersion({ db, now }, interimVersion)).toEqual({
      ok: false,
      refusal: 'already_published',
    });
  });

  test.for([
    `update scheme_version set title = 'x'`,
    `delete from indicator where code = '1.1.5'`,
    `update criterion set title = 'x' where code = 'A.1'`,
    `update principle set gist = 'x'`,
    `insert into principle values ('ers-1.2-interim', '6', 'x', 'x', 9)`,
    `update scheme_version set published_at = null`,
  ])('never changes: %s', async (statement, { db, now }) => {
    await publishSchemeVersion({ db, now }, interimVersion);
    await expect(sql.raw(statement).execute(db)).rejects.toThrow('never changes');
  });
});
