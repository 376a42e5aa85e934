import type { Browser, Page } from '@playwright/test';

import { layGround, type Ground } from '#tests/access/ground.ts';
import { aPerson } from '#tests/support/factories/audits.ts';

import { seatedPage } from './seat.ts';
import { expect, expectAccessible, test } from './support.ts';

/** A suspension that its holder appeals against: lodged, acknowledged, stayed, decided by two who had no part in it. */
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

/** Another member of the scheme, who joins for this. */
async function secondPage(browser: Browser) {
  const scheme = await ground.db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'scheme')
    .executeTakeFirstOrThrow();
  const place = { id: scheme.id, kind: 'scheme' as const };
  const { accountId } = await aPerson(ground.db, place, 'decider', 'Luca Marin');
  return seatedPage(browser, ground, { role: 'decider', accountId });
}

/** Before they read it. */
async function declareFree(page: Page) {
  await page.goto('/scheme/appeals');
  await page
    .getByRole('row', { name: 'The certificate was suspended' })
    .getByRole('link', { name: recruiter })
    .click();
  await expect(page.getByText('another agency')).toHaveCount(0);
  await page.getByRole('link', { name: 'Declare conflicts of interest' }).click();
  await expectAccessible(page);
  await page.getByLabel('Nothing ties me to this recruiter').check();
  await page.getByLabel('What you looked at').fill('No work, kinship or money ties in two years.');
  await page.getByRole('button', { name: 'Declare' }).click();
  await expect(page.getByText('another agency')).toBeVisible();
  await expectAccessible(page);
}

test('a suspension is appealed against, stayed and dismissed by two; each of the five reads what is so', async ({
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
    await declareFree(judge);
    await judge.getByRole('link', { name: 'Grant or refuse a stay' }).click();
    await expect(judge.getByRole('heading', { name: 'What the public will read' })).toBeVisible();
    await expectAccessible(judge);
    await judge.getByLabel('Grant a stay').check();
    await judge.getByLabel('Reasons').fill('Forty contracts would end before the appeal is decided.');
    await judge.getByRole('button', { name: 'Decide and publish' }).click();
    await standing('Certified');
    await expect(visitor.getByText('Appeal pending.')).toBeVisible();
  });

  const second = await secondPage(browser);
  await test.step('who stayed it proposes to dismiss it, and cannot confirm that alone', async () => {
    await judge.getByRole('link', { name: 'Propose a decision' }).click();
    await expect(
      judge.getByRole('heading', { name: 'What the public will read if you dismiss it' }),
    ).toBeVisible();
    await expectAccessible(judge);
    await judge.getByLabel('Dismiss the appeal').check();
    await judge.getByLabel('Reasons').fill('The receipts name the agency.');
    await judge.getByRole('button', { name: 'Propose to a second person' }).click();
    await expect(judge.getByText('Waits for a second person: not for you.')).toBeVisible();
    await expect(judge.getByRole('link', { name: 'Confirm the decision' })).toHaveCount(0);
    await expectAccessible(judge);
    await standing('Certified');
  });

  await test.step('a second person sends it back, with reasons; it is proposed anew', async () => {
    await declareFree(second);
    await second.getByRole('link', { name: 'Send it back' }).click();
    await expectAccessible(second);
    await second.getByLabel('What speaks against it').fill('Say where in the receipts it is named.');
    await second.getByRole('button', { name: 'Send it back' }).click();
    await expect(second.getByText('Sent back by Luca Marin')).toBeVisible();
    await judge.reload();
    await judge.getByRole('link', { name: 'Propose a decision' }).click();
    await judge.getByLabel('Dismiss the appeal').check();
    await judge.getByLabel('Reasons').fill('The receipts name the agency on their second page.');
    await judge.getByRole('button', { name: 'Propose to a second person' }).click();
  });

  await test.step('confirmed, the suspension takes effect again, and the holder reads why', async () => {
    await second.reload();
    await second.getByRole('link', { name: 'Confirm the decision' }).click();
    await expect(second.getByText('The receipts name the agency on their second page.')).toBeVisible();
    await expectAccessible(second);
    await second.getByRole('button', { name: 'Confirm and publish' }).click();
    await expect(second.getByText('Dismissed').first()).toBeVisible();
    await judge.reload();
    await expect(judge.getByText('Dismissed').first()).toBeVisible();
    await standing('Suspended');
    await holder.goto('/certificate/appeals');
    await expect(holder.getByText('The receipts name the agency on their second page.')).toBeVisible();
    await expectAccessible(holder);
  });
});
