import type { Browser, Page } from '@playwright/test';
import { sql } from 'kysely';

import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { addDays, dayInWords, dayOf } from '#app/platform/calendar.ts';
import { layGround, type Ground } from '#tests/access/ground.ts';

import { seatedPage } from './seat.ts';
import { expect, expectAccessible, test } from './support.ts';

/** A suspension by the clock, as the holder, the officer and the public see it: announced, then done, then lifted. */
let ground: Ground;

test.setTimeout(300_000);
test.beforeAll(async () => {
  ground = await layGround();
});
test.afterAll(() => ground.clear());

const recruiter = 'Himal Workforce';
const registration = 'LRN00012603';
const dueOn = addDays(dayOf(new Date()), -5);

/** A browser behind the proxy, signed in as somebody; nobody without a role. */
async function pageOf(browser: Browser, role?: 'recruiter' | 'officer'): Promise<Page> {
  const person = role && (await personOf(role));
  return seatedPage(browser, ground, person);
}

async function personOf(role: 'recruiter' | 'officer') {
  const { account_id: accountId } = await ground.db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select('membership.account_id')
    .where('membership.role', '=', role)
    .$if(role === 'recruiter', (query) => query.where('organisation.name', '=', recruiter))
    .executeTakeFirstOrThrow();
  return { name: role, role, accountId, side: 'own' as const, owner: true };
}

/** The levy as billing issued it, a month before it was due. */
async function anOpenLevy() {
  await ground.db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one);
    await sql`insert into invoice (organisation_id, application_id, scheme_version_id, purpose, occasion, payer, amount_minor, currency,
        status, issued_at, due_on, number)
      select organisation_id, application_id, scheme_version_id, 'annual_levy', '2026-03-01', '{}', 50000, 'USD', 'open',
        ${addDays(dueOn, -30)}::date, ${dueOn}::date, '2026-900001'
      from certificate where organisation_id = (select id from organisation where name = ${recruiter})`.execute(
      one,
    );
    await sql`set session_replication_role = origin`.execute(one);
  });
}

/** How it is paid is billing's matter; what was typed on the page stays. */
const theLevySettled = () =>
  sql`update invoice set status = 'cancelled', cancelled_at = now(), cancelled_because = 'withdrawn'
    where purpose = 'annual_levy'`.execute(ground.db);

const nightOf = (day: string) => runCertificateClock({ db: ground.db, now: new Date(`${day}T01:20:00Z`) });

test('an unpaid levy is announced twice and then suspends; each of the three reads the same', async ({
  browser,
}) => {
  const [holder, officer, visitor] = [
    await pageOf(browser, 'recruiter'),
    await pageOf(browser, 'officer'),
    await pageOf(browser),
  ];
  const suspendedOn = addDays(dueOn, 1);
  await anOpenLevy();

  await test.step('announced, it still counts', async () => {
    await nightOf(addDays(suspendedOn, -30));
    await nightOf(addDays(suspendedOn, -7));
    await visitor.goto(`/register/${registration}`);
    await expect(visitor.getByRole('heading', { name: 'Certified', exact: true })).toBeVisible();
    await holder.goto('/certificate');
    await expect(holder.getByText('Suspension announced')).toHaveCount(2);
    await expectAccessible(holder);
  });

  await test.step('suspended on its day: the register and the code say so, and why', async () => {
    await nightOf(suspendedOn);
    await visitor.goto(`/register/${registration}`);
    await expect(visitor.getByRole('heading', { name: 'Suspended', exact: true })).toBeVisible();
    await expect(visitor.getByText('The yearly levy was not paid').first()).toBeVisible();
    await expectAccessible(visitor);
    await visitor.goto(`/en/check?q=${registration}`);
    await expect(visitor.getByRole('heading', { name: 'Stopped. Do not pay.' })).toBeVisible();
  });

  await test.step('the holder reads since when, and what the clock does next', async () => {
    await holder.goto('/certificate');
    await expect(holder.getByText(`since ${dayInWords(suspendedOn)}`)).toBeVisible();
    await expect(holder.getByRole('heading', { name: 'Withdrawn by the clock unless lifted' })).toBeVisible();
    await expectAccessible(holder);
  });

  await test.step('the officer reads that the clock did it, and lifts it after reading what the public will read', async () => {
    await officer.goto(`/scheme/certificates?q=${encodeURIComponent(recruiter)}`);
    await officer.getByRole('link', { name: recruiter }).click();
    await expect(officer.getByText('By the clock, as announced').first()).toBeVisible();
    await expectAccessible(officer);
    await officer.getByRole('link', { name: 'Lift the suspension' }).click();
    await expect(officer.getByRole('heading', { name: 'What the public will read' })).toBeVisible();
    await expectAccessible(officer);
    await officer.getByLabel('Note').fill('The levy arrived; the statement was seen.');
    await officer.getByRole('button', { name: 'Lift the suspension' }).click();
    await expect(
      officer.getByText('An annual levy of the holder is overdue. It is paid first.'),
    ).toBeVisible();
    await theLevySettled();
    await officer.getByRole('button', { name: 'Lift the suspension' }).click();
    await visitor.goto(`/register/${registration}`);
    await expect(visitor.getByRole('heading', { name: 'Certified', exact: true })).toBeVisible();
  });
});
