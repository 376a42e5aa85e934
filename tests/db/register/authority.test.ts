import type { Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import {
  findOwnCountry,
  findOwnRecruiter,
  listOwnRecruiters,
} from '#app/features/register/authority.server.ts';
import type { Database } from '#db/client.server.ts';
import { aPackage } from '#tests/support/factories/certificates.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

const everything = { q: '', status: undefined };
const number = 'LRN00012603';

const anAuthority = async (db: Kysely<Database>, country: string) => {
  const { scope } = await anOrganisation(db, 'authority', 'authority', { country });
  return scope;
};

describe('an authority', () => {
  test('reads the recruiters of its own country, and no other authority does', async ({ db, work }) => {
    await aPackage(db, work);
    const [own, foreign] = [await anAuthority(db, 'NP'), await anAuthority(db, 'QA')];
    expect(await findOwnCountry(own)).toBe('NP');
    expect(await listOwnRecruiters(own, everything, 1)).toMatchObject({
      count: 1,
      recruiters: [{ registrationNumber: number, country: 'NP', standing: { status: 'applicant' } }],
    });
    expect(await listOwnRecruiters(foreign, everything, 1)).toMatchObject({ count: 0, recruiters: [] });
    expect(await findOwnRecruiter(own, ' lrn 0001 2603 ')).toMatchObject({
      record: { registrationNumber: number },
      history: [{ status: 'applicant' }],
    });
    expect(await findOwnRecruiter(foreign, number)).toBeUndefined();
    expect(await findOwnRecruiter(own, 'LRN99999999')).toBeUndefined();
  });

  test('finds them by name and standing', async ({ db, work }) => {
    await aPackage(db, work);
    const own = await anAuthority(db, 'NP');
    expect((await listOwnRecruiters(own, { ...everything, q: 'himal' }, 1)).count).toBe(1);
    expect((await listOwnRecruiters(own, { ...everything, q: 'sunrise' }, 1)).count).toBe(0);
    expect((await listOwnRecruiters(own, { q: '', status: 'suspended' }, 1)).count).toBe(0);
    expect((await listOwnRecruiters(own, everything, 2)).recruiters).toEqual([]);
  });

  test('reads how many findings are open, and nothing that they say', async ({ db, work }) => {
    await aPackage(db, work);
    const read = await findOwnRecruiter(await anAuthority(db, 'NP'), number);
    expect(read?.findings).toEqual([
      { grade: 'critical', count: 0 },
      { grade: 'major', count: 0 },
      { grade: 'minor', count: 0 },
      { grade: 'observation', count: 0 },
    ]);
    expect(Object.keys(read ?? {}).sort()).toEqual(['findings', 'history', 'record']);
  });

  test('that is none, only says so, reads nothing', async ({ db, work }) => {
    await aPackage(db, work);
    const company = await anOrganisation(db, 'company', 'company', { country: 'NP' });
    const pretender = { ...company.scope, actor: { ...company.owner, kind: 'authority' as const } };
    expect((await listOwnRecruiters(pretender, everything, 1)).count).toBe(0);
    expect(await findOwnRecruiter(pretender, number)).toBeUndefined();
  });
});
