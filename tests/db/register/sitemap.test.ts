import { expect } from 'vitest';

import { authorisePartner, endAuthorisation } from '#app/features/network/commands.server.ts';
import { listAgents } from '#app/features/register/agents.server.ts';
import { listSitemaps, numbersFrom, sitemapIndex, sitemapOf } from '#app/features/register/sitemap.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { aPartner } from '#tests/support/factories/network.ts';
import { test } from '#tests/support/test.ts';
import { sql } from 'kysely';

const origin = 'https://scheme.example';

test('a sitemap names every record that is listed once, in files of so many at most', async ({
  db,
  work,
}) => {
  await aCertificate(db, work);
  await pastRules(db, async (one) => {
    for (const number of ['LRN00022603', 'LRN00032603', 'LRN00042603'])
      await sql`insert into registration (organisation_id, number, application_id, accepted_on, delisted_on)
        select gen_random_uuid(), ${number}, application_id, accepted_on,
          ${number === 'LRN00032603' ? '2026-03-02' : null}::date from registration limit 1`.execute(one);
  });
  const firsts = await listSitemaps(db, 2);
  expect(firsts).toEqual(['LRN00012603', 'LRN00032603']);
  expect(sitemapIndex(origin, firsts)).toContain(`<loc>${origin}/sitemaps/LRN00032603.xml</loc>`);
  const files = await Promise.all(
    firsts.map((first) => new Response(sitemapOf(origin, numbersFrom(db, first, 2))).text()),
  );
  const named = files.flatMap((text) => [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc));
  expect(named).toEqual(
    ['LRN00012603', 'LRN00022603', 'LRN00042603'].map((number) => `${origin}/register/${number}`),
  );
  expect(files.every((text) => text.endsWith('</urlset>\n'))).toBe(true);
});

test('whoever may speak for a recruiter is named while it may', async ({ db, work }) => {
  const { as, recruiter } = await aCertificate(db, work);
  const scope = as(recruiter);
  const asked = { db, now: scope.now };
  const id = await aPartner(scope);
  expect(await listAgents(asked, 'LRN00012603')).toEqual([]);
  done(await authorisePartner(scope, id, { phones: ['+9779812345678'] }));
  const named = await listAgents(asked, 'LRN00012603');
  expect(named).toMatchObject([{ name: 'Gandaki Placement Service', place: 'Pokhara', country: 'NP' }]);
  expect(JSON.stringify(named)).not.toContain('977');
  done(await endAuthorisation(scope, id));
  expect(await listAgents(asked, 'LRN00012603')).toEqual([]);
});
