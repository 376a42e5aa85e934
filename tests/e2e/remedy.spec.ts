import { dayOf } from '#app/platform/calendar.ts';

import { follow, licenceScan, openFinding, press } from './steps.ts';
import { expect, expectAccessible, test } from './support.ts';

const agency = 'Nusantara Karya Bersama';

test('workers get back what they paid: the rest is paid with its proof, confirmed, and the finding closes', async ({
  desk,
}) => {
  const auditor = await desk.as('auditor@meridian-audit.example');
  await openFinding(auditor, agency, '1.1.5');
  const finding = new URL(auditor.url()).pathname;
  await expect(auditor.getByText('5 of 8', { exact: true })).toBeVisible();

  const verify = async () => {
    await auditor.goto(finding);
    await follow(auditor, 'Verify the evidence');
    await auditor.getByLabel('Confirmed by workers').check();
    await auditor.getByLabel('What you saw').fill('Three workers showed the receipts of the bank.');
    await auditor.getByLabel('Day you saw it').fill(dayOf(new Date()));
    await auditor.getByLabel('Workers who confirm it').fill('3');
    await auditor.getByLabel('Workers affected, all together').fill('8');
    await press(auditor, 'Verify');
  };
  await test.step('the auditor cannot verify the evidence while workers wait', async () => {
    await verify();
    await expect(auditor.getByRole('alert')).toContainText('are not made whole yet');
  });

  await test.step('the recruiter pays the rest and sends what shows it', async () => {
    const recruiter = await desk.as('owner@nusantara-karya.example');
    await recruiter.goto(finding);
    await follow(recruiter, 'Open the remedy ledger');
    await follow(recruiter, 'Record a payment');
    await recruiter.getByLabel('What you paid').selectOption({ index: 1 });
    await recruiter.getByLabel('Amount').fill('99,000');
    await recruiter.getByLabel('Workers who have everything back with this').fill('3');
    await recruiter.getByLabel('Day of the payment').fill(dayOf(new Date()));
    await recruiter.getByLabel('How it was paid').fill('Bank transfers to the last three workers.');
    await recruiter.getByLabel('Or a new file that shows it').setInputFiles(licenceScan);
    await press(recruiter, 'Record it');
    await expect(recruiter.getByRole('alert')).toContainText('more than is still owed');
    await expect(recruiter.getByLabel('How it was paid')).toHaveValue(/last three workers/);
    await recruiter.getByLabel('Amount').fill('36,000');
    await recruiter.getByLabel('Or a new file that shows it').setInputFiles(licenceScan);
    await press(recruiter, 'Record it');
    await expect(recruiter.getByText('8 of 8', { exact: true })).toBeVisible();
    await expectAccessible(recruiter);
    await recruiter.goto('/documents');
    await expect(recruiter.getByText(/Proof of payment, finding/).first()).toBeVisible();
    await recruiter.goto('/findings');
    await expect(recruiter.getByText(/Remedy: 8 of 8 people made whole/).first()).toBeVisible();
  });

  await test.step('the auditor asks workers, who all confirm', async () => {
    await auditor.goto(finding);
    await follow(auditor, 'Open the remedy ledger');
    await follow(auditor, 'Record what workers say');
    await auditor.getByLabel('Workers asked').fill('3');
    await auditor.getByLabel('Workers who confirm').fill('3');
    await auditor.getByLabel('How they were asked').fill('By telephone, each of them alone.');
    await press(auditor, 'Record it');
    await expect(auditor.getByText('All is made good and confirmed by workers')).toBeVisible();
    await expectAccessible(auditor);
  });

  await test.step('the auditor verifies, and the reviewer closes the finding', async () => {
    await verify();
    await expect(auditor.getByText('Verified').first()).toBeVisible();
    const reviewer = await desk.as('reviewer@meridian-audit.example');
    await reviewer.goto(finding);
    await follow(reviewer, 'Close the finding');
    await reviewer.getByLabel('What you rely on').fill('What three of eight workers showed and said.');
    await press(reviewer, 'Close the finding');
    await expect(reviewer.getByText('Closed').first()).toBeVisible();
    await expectAccessible(reviewer);
  });
});
