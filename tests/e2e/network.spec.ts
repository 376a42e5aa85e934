import { press } from './steps.ts';
import { expect, expectAccessible, test } from './support.ts';

const recruiter = 'owner@everest-manpower.example';

test('a recruiter keeps its network: adds, is asked about a twin, authorises, and sends a list', async ({
  desk,
}) => {
  const page = await desk.as(recruiter);
  await page.goto('/network');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add a partner' }).first().click();
  await press(page, 'Add the partner');
  await expect(page.getByRole('alert').first()).toContainText('There are problems with');
  await expectAccessible(page);

  const fill = async (name: string, phone: string) => {
    await page.getByLabel('What kind of partner').selectOption('sub_agent');
    await page.getByLabel('Individual person').check();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Country').selectOption('NP');
    await page.getByLabel('Town or district').fill('Pokhara');
    await page.getByLabel('Phone numbers').fill(phone);
  };
  await fill('Hari Bahadur Gurung', '९८४१२३४५६७');
  await press(page, 'Add the partner');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hari Bahadur Gurung');
  await expect(page.getByText(/\+977 984/).first()).toBeVisible();
  await expectAccessible(page);

  await page.goto('/network/new');
  await fill('Hari B. Gurung', '9841234567');
  await press(page, 'Add the partner');
  await expect(page.getByRole('heading', { name: 'You have Hari Bahadur Gurung already' })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Hari B. Gurung');
  await expectAccessible(page);
  await press(page, 'It is another one: add it all the same');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hari B. Gurung');

  await page.getByRole('link', { name: 'Authorise it' }).click();
  await press(page, 'Authorise');
  await expect(page.getByRole('alert').first()).toContainText('Choose at least one number');
  await page.getByRole('checkbox').first().check();
  await press(page, 'Authorise');
  await expect(page.getByRole('heading', { name: 'Authorised', exact: true })).toBeVisible();

  await page.goto('/network/import');
  await expectAccessible(page);
  const list = 'Kind,Name,Country,Place\nClinic,Bay Clinic,Nepal,Pokhara\nFriend,X,Nepal,Pokhara\n';
  await page
    .getByLabel('Your list')
    .setInputFiles({ name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await press(page, 'Read the list');
  await expect(page.getByText('Kind (A3)')).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Add them to your network');
  await page.goto('/network?q=bay');
  await expect(page.getByRole('rowheader', { name: 'Bay Clinic' })).toBeVisible();
  await expectAccessible(page);
});

test('an officer sees who is in an applicant’s network; a licence is renewed, confirmed, and suspended by the authority', async ({
  desk,
}) => {
  const page = await desk.as(recruiter);
  await page.goto('/licences');
  await expectAccessible(page);
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Enter a renewal' }).click();
  await page.getByLabel('Valid until').fill('2035-12-31');
  await press(page, 'Enter the renewal');
  await expect(page.getByText('valid until 31 December 2035, not confirmed yet')).toBeVisible();

  const officer = await desk.as('officer@scheme.example');
  await officer.goto('/scheme/licences?show=waiting&q=everest');
  await expectAccessible(officer);
  await officer.getByRole('rowheader').first().getByRole('link').click();
  await officer.getByRole('link', { name: 'Confirm the renewal' }).click();
  await press(officer, 'Confirm');
  await expect(officer.getByRole('alert').first()).toContainText('how you checked');
  await officer.getByLabel('Note').fill('Seen on the register of the authority today.');
  await press(officer, 'Confirm');
  await expect(officer.getByText('31 December 2035').first()).toBeVisible();
  await expectAccessible(officer);

  const authority = await desk.as('observer@labour-ministry.example');
  await authority.goto('/authority/licences?q=everest');
  await expectAccessible(authority);
  await authority.getByRole('rowheader').first().getByRole('link').click();
  await authority.getByRole('link', { name: 'Suspend it' }).click();
  await authority.getByLabel('Reason').selectOption('investigation');
  await authority.getByLabel('Note').fill('An inspection of the head office is under way.');
  await press(authority, 'Suspend');
  await expect(authority.getByText('Under investigation').first()).toBeVisible();
  await expectAccessible(authority);
  expect((await authority.goto('/scheme/licences'))?.status()).toBe(403);

  await page.reload();
  await expect(page.getByText('Suspended').first()).toBeVisible();
});
