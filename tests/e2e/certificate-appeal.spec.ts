import type { Browser, Page } from '@playwright/test';

import { layGround, type Ground } from '#tests/access/ground.ts';

import { seatedPage } from './seat.ts';
import { expect, expectAccessible, test } from './support.ts';

/** A suspension that its holder appeals against: lodged, acknowledged, stayed, decided by somebody who had no part in it. */
let ground: Ground;

test.setTimeout(300_000);
test.beforeAll(async () => {
  ground = await layGround();
});
test.afterAll(() => ground.clear());

const recruiter = 'Himal Workforce';
const registration = 'LRN00012603';
const grounds = 'The receipts are of another agency, as their heads show. Waiting would end forty contracts.';
type Who = 'recruiter' | 'officer' | 'decider';

/** A browser behind the proxy, signed in as somebody; nobody without a role. */
async function pageOf(browser: Browser, role?: Who): Promise<Page> {
  const person = role && (await personOf(role));
  return seatedPage(browser, ground, person);
}

const names: Record<Who, string> = {
  recruiter: 'Mina Rai',
  officer: 'Paolo Ferri',
  decider: 'Miriam Okafor',
};

async function personOf(role: Who) {
  const { account_id: accountId } = await ground.db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select('membership.account_id')
    .where('membership.role', '=', role)
    .where('account.name', '=', names[role])
    .executeTakeFirstOrThrow();
  return { name: role, role, accountId, side: 'own' as const, owner: true };
}

test('a suspension is appealed against, stayed and dismissed; each of the four reads what is so', async ({
  browser,
}) => {
  const [holder, officer, judge, visitor] = [
    await pageOf(browser, 'recruiter'),
    await pageOf(browser, 'officer'),
    await pageOf(browser, 'decider'),
    await pageOf(browser),
  ];
  const standing = async (heading: string) => {
    await visitor.goto(`/register/${registration}`);
    await expect(visitor.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await expectAccessible(visitor);
  };

  await test.step('suspended by an officer', async () => {
    await officer.goto(`/scheme/certificates?q=${encodeURIComponent(recruiter)}`);
    await officer.getByRole('link', { name: recruiter }).click();
    await officer.getByRole('link', { name: 'Suspend' }).click();
    await officer.getByLabel('Reason').selectOption('fees_charged');
    await officer.getByLabel('Note').fill('Seven workers showed receipts for placement fees.');
    await officer.getByRole('button', { name: 'Suspend and publish' }).click();
    await standing('Suspended');
  });

  await test.step('it is not given back before that is answered', async () => {
    await holder.goto('/certificate/withdraw');
    await expect(holder.getByText('It is not given back before that is answered')).toBeVisible();
    await expect(holder.getByRole('button', { name: 'Withdraw for good' })).toHaveCount(0);
    await expectAccessible(holder);
  });

  await test.step('the holder appeals and asks for a stay', async () => {
    await holder.goto('/certificate');
    await holder.getByRole('link', { name: 'Appeals, and what may be appealed against' }).click();
    await expectAccessible(holder);
    await holder.getByRole('link', { name: /Appeal until/ }).click();
    await expectAccessible(holder);
    await holder.getByRole('button', { name: 'Lodge the appeal' }).click();
    await expect(holder.getByRole('alert').first()).toContainText('Say why the decision is wrong');
    await holder.getByLabel('Why the decision is wrong').fill(grounds);
    await holder.getByLabel('Yes').check();
    await holder.getByRole('button', { name: 'Lodge the appeal' }).click();
    await expect(holder.getByText('You hear from us by').first()).toBeVisible();
    await expectAccessible(holder);
    await standing('Suspended');
    await expect(visitor.getByText('Appeal pending.')).toBeVisible();
    await expect(visitor.getByText('receipts')).toHaveCount(0);
  });

  await test.step('who suspended it acknowledges, and neither reads nor decides it', async () => {
    await officer.goto('/scheme/appeals');
    await expectAccessible(officer);
    await officer
      .getByRole('row', { name: 'The certificate was suspended' })
      .getByRole('link', { name: recruiter })
      .click();
    await expect(officer.getByText('You had a part in the decision')).toBeVisible();
    await expect(officer.getByText('another agency')).toHaveCount(0);
    await officer.getByRole('link', { name: 'Acknowledge it' }).click();
    await expectAccessible(officer);
    await officer.getByRole('button', { name: 'Acknowledge it' }).click();
    await expect(officer.getByRole('link', { name: 'Acknowledge it' })).toHaveCount(0);
  });

  await test.step('a member of the panel declares, then reads, then grants a stay', async () => {
    await judge.goto('/scheme/appeals');
    await judge
      .getByRole('row', { name: 'The certificate was suspended' })
      .getByRole('link', { name: recruiter })
      .click();
    await expect(judge.getByText('another agency')).toHaveCount(0);
    await judge.getByRole('link', { name: 'Declare conflicts of interest' }).click();
    await expectAccessible(judge);
    await judge.getByLabel('Nothing ties me to this recruiter').check();
    await judge.getByLabel('What you looked at').fill('No work, kinship or money ties in two years.');
    await judge.getByRole('button', { name: 'Declare' }).click();
    await expect(judge.getByText('another agency')).toBeVisible();
    await expectAccessible(judge);
    await judge.getByRole('link', { name: 'Grant or refuse a stay' }).click();
    await expect(judge.getByRole('heading', { name: 'What the public will read' })).toBeVisible();
    await expectAccessible(judge);
    await judge.getByLabel('Grant a stay').check();
    await judge.getByLabel('Reasons').fill('Forty contracts would end before the appeal is decided.');
    await judge.getByRole('button', { name: 'Decide and publish' }).click();
    await standing('Certified');
    await expect(visitor.getByText('Appeal pending.')).toBeVisible();
  });

  await test.step('dismissed, the suspension takes effect again, and the holder reads why', async () => {
    await judge.getByRole('link', { name: 'Decide the appeal' }).click();
    await expect(
      judge.getByRole('heading', { name: 'What the public will read if you dismiss it' }),
    ).toBeVisible();
    await expectAccessible(judge);
    await judge.getByLabel('Dismiss the appeal').check();
    await judge.getByLabel('Reasons').fill('The receipts name the agency on their second page.');
    await judge.getByRole('button', { name: 'Decide and publish' }).click();
    await expect(judge.getByText('Dismissed').first()).toBeVisible();
    await standing('Suspended');
    await holder.goto('/certificate/appeals');
    await expect(holder.getByText('The receipts name the agency on their second page.')).toBeVisible();
    await expectAccessible(holder);
  });
});
