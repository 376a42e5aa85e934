import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest';
import { z } from 'zod';

import { withdrawJobOrder } from '#app/features/workers/jobs/commands.server.ts';
import { answerWorker } from '#app/routes/public/answer-check.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { loader } from '#app/routes/public/check.tsx';
import { done } from '#tests/support/factories/audits.ts';
import { aJobOrder, aPublisher } from '#tests/support/factories/jobs.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/test.ts';

const certified = 'LRN00012603';
const quiet = 'LRN00012699';

// A page answers for the day it is opened on: the job order is open on the day tests begin.
beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-01T10:00:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());
afterAll(() => theDatabase().db.destroy());

const shape = z.object({
  data: z.looseObject({
    answered: z.looseObject({ address: z.string(), job: z.unknown() }),
  }),
  init: z.object({ headers: z.record(z.string(), z.string()) }),
});

async function asked(part: Record<string, string>) {
  const request = new Request(`https://scheme.example/ne/check?${new URLSearchParams(part).toString()}`);
  return shape.parse(await loader({ request, params: { lang: 'ne' }, context: {} }));
}
const jobOf = async (part: Record<string, string>) => (await asked(part)).data.answered.job;

test('a job is looked for among what the agency published, and nothing of the question stays', async ({
  db,
  url,
  work,
}) => {
  process.env['DATABASE_URL'] = url;
  const { own } = await aPublisher(db, work);
  await aListed(db, { name: 'Everest Rising', number: quiet });
  const number = await aJobOrder(own);
  const said = { employer: ' Al Noor Facilities ', place: 'Doha, Qatar', wage: 'QAR 900' };

  const { data, init } = await asked({ q: certified, ...said });
  expect(data.answered).toMatchObject({
    job: {
      employer: 'Al Noor Facilities',
      answer: {
        ...{ kind: 'found', order: { number, state: 'open' }, exact: true },
        ...{ agrees: ['employer', 'place', 'currency'], differs: [{ what: 'wage', how: 'lower' }] },
      },
    },
  });
  expect(init.headers).toEqual({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  expect(data.answered.address).toMatch(/\/ne\/check\?q=LRN00012603$/);

  expect(await jobOf({ q: certified, employer: 'Golden Star Catering' })).toMatchObject({
    answer: { kind: 'not_found' },
  });
  expect(await jobOf({ q: quiet, ...said })).toMatchObject({ answer: { kind: 'none_published' } });

  done(await withdrawJobOrder(own, number, { reason: 'employer_cancelled' }));
  expect(await jobOf({ q: certified, ...said })).toMatchObject({
    answer: { kind: 'found', order: { number, state: 'withdrawn' } },
  });
});

test('a job is asked of one agency, and by its employer', async ({ db, work, now }) => {
  const { own } = await aPublisher(db, work);
  await aJobOrder(own);
  const answer = (q: string, employer: string) =>
    answerWorker({ db, now }, { q, who: '', job: { employer, place: 'Doha', wage: '1200' } });
  expect(await answer(certified, '')).toMatchObject({ found: { kind: 'one' }, job: null });
  expect(await answer('Nobody At All Ltd', 'Al Noor')).toMatchObject({ found: { kind: 'none' }, job: null });
  expect((await answer(certified, 'Al Noor Facilities')).job?.answer.kind).toBe('found');
});
