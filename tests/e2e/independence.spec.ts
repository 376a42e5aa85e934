import type { Browser, Page } from '@playwright/test';
import { sql } from 'kysely';

import { layGround, type Ground } from '#tests/access/ground.ts';
import type { Person } from '#tests/access/judge.ts';
import { aPerson } from '#tests/support/factories/audits.ts';

import { seatedPage } from './seat.ts';
import { expect, expectAccessible, test } from './support.ts';

/**
 * Every forbidden combination through the pages themselves: whoever audited, reviewed, advised, declared a conflict or
 * is no member opens the matter and posts a whole vote, and nothing of it counts. On a house of its own, so that no
 * other journey finds somebody barred.
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

/** Rows of other rooms as they leave them, past their own constraints. */
const happened = (statement: string) =>
  ground.db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(statement).execute(trx);
  });

const matter = () =>
  `(select application_id from decision_matter where id = '${ground.names['decisions/:id'] ?? ''}')`;
const recruiter = () =>
  `(select organisation_id from decision_matter where id = '${ground.names['decisions/:id'] ?? ''}')`;

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

test('a member who had a part in it is told which, by the page and by its action', async ({ browser }) => {
  const before = await votes();
  const parts: [who: string, words: string, part: (accountId: string) => string][] = [
    [
      'Ada Auditor',
      'You took part in this audit',
      (id) => `insert into audit_team_member (audit_id, account_id, role, assigned_at)
        select id, '${id}', 'technical_expert', now() from audit where application_id = ${matter()} and type = 'stage2'`,
    ],
    [
      'Rui Reviewer',
      'You reviewed the report of this audit',
      (id) => `update audit set reviewed_by = '${id}' where application_id = ${matter()} and type = 'stage2'`,
    ],
    [
      'Vera Reader',
      'You reviewed this application',
      (id) => `insert into application_review (application_id, outcome, reasons, decided_by, decided_at)
        select ${matter()}, 'accepted', 'Licence confirmed with the authority.', '${id}', now()`,
    ],
    [
      'Abe Adviser',
      'You trained or advised this recruiter',
      (id) => `insert into advice (account_id, organisation_id, kind, given_on, recorded_at, recorded_by)
        select '${id}', ${recruiter()}, 'training', current_date - 30, now(), '${id}'`,
    ],
    [
      'Tia Tied',
      'Something that you declared ties you to this recruiter',
      (
        id,
      ) => `insert into interest_declaration (account_id, organisation_id, kind, statement, from_on, until_on, declared_at)
        select '${id}', ${recruiter()}, 'kinship', 'A cousin runs the branch.', '2020-01-01', null, now()`,
    ],
  ];
  for (const [who, words, part] of parts) {
    const member = await aMember(who);
    const page = await pageOf(browser, member);
    await declare(page, 'Nothing ties me to this recruiter');
    // Free until it comes to light.
    await expect(page.getByRole('button', { name: 'Cast your vote' })).toBeVisible();
    await happened(part(member.accountId));
    await expectBarred(page, words);
  }
  expect(await votes()).toBe(before);
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
