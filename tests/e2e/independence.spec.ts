import type { Browser, Page } from '@playwright/test';

import { layGround, type Ground } from '#tests/access/ground.ts';
import type { Person } from '#tests/access/judge.ts';
import { aPerson } from '#tests/support/factories/audits.ts';
import { happened } from '#tests/support/factories/parts.ts';
import { anotherClient, whereOf, type Thing } from '#tests/support/independence/table.ts';
import { things } from '#tests/support/independence/things.ts';

import { seatedPage, takeSeat } from './seat.ts';
import { expect, expectAccessible, test } from './support.ts';

/**
 * Every forbidden combination through the pages themselves: the table that is tried by command and in SQL, each form
 * sent whole by whoever had a part in it, and by one who had none. On a house of its own, so that no other journey finds
 * somebody barred.
 */
let ground: Ground;

test.setTimeout(300_000);
test.beforeAll(async () => {
  ground = await layGround();
});
test.afterAll(() => ground.clear());

const reasons = 'The system works, and every finding was corrected and verified.';
const wholeVote = { vote: 'grant', reasons, package: 'a'.repeat(64) };
const matterPath = () => `/scheme/decisions/${ground.names['decisions/:id'] ?? ''}`;

/** A browser behind the proxy, signed in as somebody. */
function pageOf(browser: Browser, person: Person): Promise<Page> {
  return seatedPage(browser, ground, person);
}

const personOf = (name: string) => {
  const person = ground.people.find((one) => one.name === name);
  if (!person) throw new Error(`Nobody of the world is called ${name}`);
  return person;
};

/** One more member of the panel. */
async function aMember(name: string): Promise<Person> {
  const { organisation_id: id } = await ground.db
    .selectFrom('membership')
    .select('organisation_id')
    .where('role', '=', 'decider')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { accountId } = await aPerson(ground.db, { id, kind: 'scheme' }, 'decider', name);
  return { name, role: 'decider', accountId, side: 'own', owner: false };
}

async function declare(page: Page, answer: 'Nothing ties me to this recruiter' | 'Something does') {
  await page.goto(`${matterPath()}/declare`);
  await page.getByLabel(answer).check();
  await page.getByLabel('What you looked at').fill('Work, advice, kinship and money of two years.');
  await page.getByRole('button', { name: 'Declare', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${matterPath()}$`));
}

/** The page says why, offers no vote, and its action refuses a whole one in the same words. */
async function expectBarred(page: Page, words: string) {
  await page.goto(matterPath());
  await expect(page.getByText(words).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cast your vote' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Findings and what was done' })).toHaveCount(0);
  await expectAccessible(page);
  const answer = await page.request.post(matterPath(), { form: wholeVote });
  expect(answer.status()).toBe(409);
  expect(await answer.text()).toContain(words);
}

const votes = async () => (await ground.db.selectFrom('decision_vote').select('id').execute()).length;

test('whoever is no member of the panel neither opens the matter nor votes on it', async ({ browser }) => {
  const before = await votes();
  for (const name of ['recruiter', 'auditor', 'colleague', 'reviewer', 'officer', 'caseworker', 'company']) {
    const page = await pageOf(browser, personOf(name));
    for (const path of [matterPath(), `${matterPath()}/declare`]) {
      const opened = await page.goto(path);
      expect(opened?.status(), `${name} opens ${path}`).toBe(403);
      expect((await page.request.post(path, { form: wholeVote })).status(), `${name} posts to ${path}`).toBe(
        403,
      );
    }
    await expectAccessible(page);
  }
  expect(await votes()).toBe(before);
});

test('a member whose part in it comes to light is told which, and reads nothing of it any more', async ({
  browser,
}) => {
  const member = await aMember('Ada Auditor');
  const page = await pageOf(browser, member);
  await declare(page, 'Nothing ties me to this recruiter');
  await expect(page.getByRole('button', { name: 'Cast your vote' })).toBeVisible();
  await happened(
    ground.db,
    `insert into audit_team_member (audit_id, account_id, role, assigned_at)
      select id, '${member.accountId}', 'technical_expert', now() from audit
      where application_id = (select application_id from decision_matter where id = '${ground.names['decisions/:id'] ?? ''}')
        and type = 'stage2'`,
  );
  await expectBarred(page, 'You took part in an audit of this recruiter');
});

test('a member who declared a conflict, or nothing yet, does not vote', async ({ browser }) => {
  const before = await votes();
  const undeclared = await pageOf(browser, await aMember('Una Undeclared'));
  await expectBarred(undeclared, 'Declare first whether anything ties you to this recruiter');
  const conflicted = await pageOf(browser, await aMember('Con Flicted'));
  await declare(conflicted, 'Something does');
  await expectBarred(conflicted, 'You declared something that ties you to this recruiter');
  expect(await votes()).toBe(before);
});

test('before it declares, a member is led from the audit to the matter, and reads it afterwards', async ({
  browser,
}) => {
  const { id } = await ground.db
    .selectFrom('audit')
    .innerJoin('decision_matter', 'decision_matter.application_id', 'audit.application_id')
    .select('audit.id')
    .where('decision_matter.id', '=', ground.names['decisions/:id'] ?? '')
    .where('audit.type', '=', 'stage2')
    .executeTakeFirstOrThrow();
  const page = await pageOf(browser, await aMember('Lea Led'));
  await page.goto(`/audits/${id}`);
  await expect(page).toHaveURL(new RegExp(`${matterPath()}$`));
  await expect(page.getByText('Declare first whether anything ties you to this recruiter')).toBeVisible();
  await expectAccessible(page);
  await declare(page, 'Nothing ties me to this recruiter');
  const opened = await page.goto(`/audits/${id}`);
  expect(opened?.status()).toBe(200);
  await expect(page).toHaveURL(new RegExp(`/audits/${id}$`));
});

test('a suspension for what was done to workers is not lifted by an officer but put before the panel', async ({
  browser,
}) => {
  const page = await pageOf(browser, personOf('officer'));
  const path = `/scheme/certificates/${ground.names['certificates/:id'] ?? ''}`;
  await page.goto(`${path}/suspend`);
  await page.getByLabel('Reason').selectOption('fees_charged');
  await page.getByLabel('Note').fill('Seven workers showed receipts for placement fees.');
  await page.getByRole('button', { name: 'Suspend and publish' }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  const note = 'Every worker was paid back, and the team saw the receipts.';
  const lifted = await page.request.post(`${path}/lift`, { form: { note } });
  expect(lifted.status()).toBe(409);
  expect(await lifted.text()).toContain('lifted by the decision panel');
  await page.getByRole('link', { name: 'Put before the panel' }).click();
  await expectAccessible(page);
  await page.getByLabel('Reasons').fill(note);
  await page.getByRole('button', { name: 'Put it before the panel' }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  const { asked_by: askedBy } = await ground.db
    .selectFrom('decision_matter')
    .select('asked_by')
    .where('kind', '=', 'lift')
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  expect(askedBy).toBe(personOf('officer').accountId);
});

test('a free member votes, and it is the only vote there is on the matter', async ({ browser }) => {
  const page = await pageOf(browser, await aMember('Fay Free'));
  await declare(page, 'Nothing ties me to this recruiter');
  await page.getByLabel('Grant the certificate').check();
  await page.getByLabel('Reasons').fill(reasons);
  for (const point of await page.getByLabel(/is still open/).all())
    await point.fill('Its plan was accepted, and the next audit looks at it again.');
  await page.getByRole('button', { name: 'Cast your vote' }).click();
  await expect(page).toHaveURL(/\/scheme\/decisions$/);
  const cast = await ground.db
    .selectFrom('decision_vote')
    .select('account_id')
    .where('matter_id', '=', ground.names['decisions/:id'] ?? '')
    .execute();
  expect(cast).toHaveLength(1);
  const again = await pageOf(browser, await aMember('Lou Late'));
  const late = await again.request.post(matterPath(), { form: wholeVote });
  expect(late.status()).toBe(409);
  expect(await late.text()).toContain('not with the panel any more');
});

const facts = async () => (await ground.db.selectFrom('event').select('id').execute()).length;

/** The words of a refusal as a page gives them. */
function saidBy(thing: Thing, refusal: string) {
  const words = thing.words(refusal);
  if (typeof words !== 'string') throw new Error(`${refusal} is more than words`);
  return words;
}

for (const [name, thing] of Object.entries(things))
  test(`${name}; whoever had a part in it is refused by the page, and told why`, async ({ browser }) => {
    const given = await anotherClient(ground.engagement, ground.work);
    const matter = await thing.ready(given);
    const on = { given, matter, now: new Date() };
    const path = thing.page(matter);
    const form = await (await thing.newcomer(on)).form();
    const page = await seatedPage(browser, ground, undefined);
    for (const [who, { had, refusal }] of Object.entries(thing.bars)) {
      const person = await thing.newcomer(on);
      const part = had(whereOf(given, matter, on.now.toISOString().slice(0, 10)), person.accountId);
      await happened(ground.db, part);
      await takeSeat(page.context(), ground, person);
      const before = await facts();
      const answer = await page.request.post(path, { form });
      expect(answer.status(), who).toBe(409);
      expect(await answer.text(), who).toContain(saidBy(thing, refusal));
      expect(await facts(), who).toBe(before);
    }
    // Not everything is refused: whoever had no part in it opens the page and sends the same form.
    const free = await thing.newcomer(on);
    await takeSeat(page.context(), ground, free);
    expect((await page.goto(path))?.status()).toBe(200);
    const before = await facts();
    const answer = await page.request.post(path, { form: await free.form(), maxRedirects: 0 });
    expect(answer.status()).toBe(302);
    expect(await facts()).toBeGreaterThan(before);
    await page.context().close();
  });
