import type { BrowserContext, Page } from '@playwright/test';
import type { Kysely } from 'kysely';

import type { SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { openSession } from '#tests/access/ground.ts';

import { expect, expectAccessible } from './support.ts';

/** What an auditor does on the page that works without a network. */

export async function letIn(
  db: Kysely<Database>,
  context: BrowserContext,
  { who, origin }: { who: SignedIn; origin: string },
) {
  const value = await openSession(db, { accountId: who.accountId, role: who.kind });
  const expires = Date.now() / 1000 + 86_400;
  await context.addCookies([{ name: 'fairroute_session', value, url: origin, httpOnly: true, expires }]);
}

export const count = (page: Page, name: string) => page.locator(`[data-part="count-${name}"]`);

/** Opens the page and waits until this browser could open it without a network. */
export async function takeAlong(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByRole('link', { name: /^1\.1\.1 / })).toBeVisible();
  await page.evaluate(async (scope) => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    const ours = registrations.find((registration) => registration.scope.endsWith(scope));
    const worker = ours?.installing ?? ours?.waiting ?? ours?.active;
    while (worker && worker.state !== 'activated') await new Promise((later) => setTimeout(later, 50));
    if (!ours?.active) throw new Error('No worker came.');
  }, new URL(address).pathname);
}

export const form = (page: Page) => page.locator('[data-part="view-indicator"]');

export async function write(page: Page, code: string, note: string) {
  await page.goto(page.url().replace(/#.*|$/, `#${code}`));
  await expect(form(page).getByText(`Indicator ${code}`, { exact: false })).toBeVisible();
  await form(page).getByLabel('Conforms', { exact: true }).check();
  await form(page).getByLabel('Note').fill(note);
}

/** Saves an answer without a network. One more waits afterwards, also where an earlier one to the same indicator does. */
export async function answer(page: Page, code: string, note: string) {
  await write(page, code, note);
  const before = Number(await count(page, 'waiting').textContent());
  await form(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(count(page, 'waiting')).toHaveText(String(before + 1));
  await expect(form(page).locator('[data-part="standing"]')).toContainText('waits to be sent');
}

export const all = (page: Page) => page.goto(page.url().replace(/#.*|$/, '#all'));

/** Every indicator that is still open, one after the other, as fast as the page leads from one to the next. */
export async function answerTheRest(page: Page) {
  await page.goto(page.url().replace(/#.*|$/, '#1.1.4'));
  for (let left = 89; left > 0; left -= 1) {
    const waiting = Number(await count(page, 'waiting').textContent());
    await form(page).getByLabel('Conforms', { exact: true }).check();
    await form(page).getByRole('button', { name: 'Save and go to the next open one' }).click();
    await expect(count(page, 'waiting')).toHaveText(String(waiting + 1));
  }
  await expect(page.locator('[data-part="view-list"]')).toBeVisible();
}

/** The second auditor sees both answers to 1.2.1 and writes a third. */
export async function settle(colleague: Page, address: string) {
  await expect(colleague.getByRole('heading', { name: '1.2.1 is in conflict' })).toBeVisible({
    timeout: 30_000,
  });
  await expectAccessible(colleague);
  await colleague.goto(`${address}#1.2.1`);
  await expect(form(colleague).getByText('The lead saw the schedule.')).toBeVisible();
  await expect(form(colleague).getByText('The colleague saw none at all.')).toBeVisible();
  await expectAccessible(colleague);

  await colleague.getByRole('link', { name: 'Open both side by side and choose' }).click();
  await expect(colleague.getByText('The lead saw the schedule.').first()).toBeVisible();
  await expect(colleague.getByText('The colleague saw none at all.').first()).toBeVisible();
  await colleague.getByLabel('A new wording, written below').check();
  await colleague.locator('summary', { hasText: /^A new wording$/ }).click();
  await colleague.getByLabel('Conforms', { exact: true }).check();
  await colleague.getByLabel('Note').fill('Both: a schedule, but no payee.');
  await colleague.getByRole('button', { name: 'Settle it' }).click();
  await colleague.goto(`${address}#1.2.1`);
  await expect(form(colleague).getByLabel('Note')).toHaveValue('Both: a schedule, but no payee.', {
    timeout: 30_000,
  });
}

const findingForm = (page: Page) => page.locator('[data-part="view-finding"]');

type Said = { grade: 'Critical' | 'Major'; statement: string; evidence: string };

export async function writeFinding(page: Page, code: string, { grade, statement, evidence }: Said) {
  await page.goto(page.url().replace(/#.*|$/, `#${code}/finding`));
  await expect(findingForm(page).getByText(`Indicator ${code}: `)).toBeVisible();
  await findingForm(page).getByLabel(grade).check();
  await findingForm(page).getByLabel('What does not conform').fill(statement);
  await findingForm(page).getByLabel('What shows it').fill(evidence);
}

/** Raised without a network, it stands beside its indicator and waits. */
export async function raise(page: Page, code: string, said: Said) {
  await writeFinding(page, code, said);
  await findingForm(page).getByRole('button', { name: 'Save the finding' }).click();
  const row = form(page).locator('[data-part="findings"] li', { hasText: said.statement });
  await expect(row).toContainText('waits to be sent');
  return row;
}

/** Changed and saved again, then another begun and dropped. */
export async function changeAndDrop(page: Page, code: string, statement: string) {
  await form(page).getByRole('button', { name: 'Change or drop it' }).first().click();
  await findingForm(page).getByLabel('What does not conform').fill(statement);
  await findingForm(page).getByRole('button', { name: 'Save the finding' }).click();
  await expect(form(page).getByText(statement)).toBeVisible();
  const doubtful = 'A ledger page seems to be missing.';
  const row = await raise(page, code, {
    grade: 'Major',
    statement: doubtful,
    evidence: 'Not sure of it yet.',
  });
  await row.getByRole('button', { name: 'Change or drop it' }).click();
  await findingForm(page).getByRole('button', { name: 'Drop this finding' }).click();
  await expect(form(page).getByText('The finding is dropped.')).toBeVisible();
  await expect(form(page).getByText(doubtful)).toHaveCount(0);
}

const interviewForm = (page: Page) => page.locator('[data-part="view-interview"]');

type Heard = { notes: string; name: string; phone: string };

export async function writeInterview(page: Page, { notes, name, phone }: Heard) {
  await page.goto(page.url().replace(/#.*|$/, '#interview'));
  const form = interviewForm(page);
  await form.getByLabel('From').selectOption('NP');
  await form.getByLabel('To', { exact: true }).selectOption('QA');
  await form.getByLabel('Sector of the work').selectOption('F');
  await form.getByLabel('Abroad, longer').check();
  await form.getByLabel('Woman', { exact: true }).check();
  await form.getByLabel('Without the recruiter’s help').check();
  await form.getByLabel('Heard', { exact: true }).check();
  await form.getByLabel('What the worker said').fill(notes);
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Telephone number').fill(phone);
  return form;
}

/** Sealed without a network; the key it got. */
export async function seal(page: Page, heard: Heard) {
  const form = await writeInterview(page, heard);
  await form.getByRole('button', { name: 'Seal it' }).click();
  const said = page.getByText(/^Sealed as W-[0-9]{3}/);
  await expect(said).toBeVisible();
  return /W-[0-9]{3}/.exec((await said.textContent()) ?? '')?.[0] ?? '';
}

/** Everything this origin keeps in the browser, as its own scripts can read it. */
export const everythingKept = (page: Page) =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('No store'));
      });
    const found: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name ?? ''));
      for (const store of db.objectStoreNames)
        found.push(await asked(db.transaction(store).objectStore(store).getAll()));
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const kept = await cache.match(request, { ignoreVary: true });
        if (kept && !request.url.includes('/assets/')) found.push(await kept.text());
      }
    }
    return JSON.stringify(found);
  });
