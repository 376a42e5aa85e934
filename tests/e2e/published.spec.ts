import type { Page } from '@playwright/test';

import { gradeHints } from '#app/features/audits/findings/model.ts';
import { answerExtension, askForExtension } from '#app/features/certificates/extension/commands.server.ts';
import { askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { listTransferTasks } from '#app/features/certificates/transfer/queries.server.ts';
import { declareForTransfer } from '#app/features/certificates/transfer/review.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { layGround, type Ground } from '#tests/access/ground.ts';
import { aPerson, aPlace, approved, done, fieldwork, issued } from '#tests/support/factories/audits.ts';
import { ballotOn, grant, matterOf, noInterest } from '#tests/support/factories/certificates.ts';
import { aReadyAudit } from '#tests/support/factories/matters.ts';
import { happened } from '#tests/support/factories/parts.ts';
import { inForce, ofCertificates } from '#tests/support/independence/certificates.ts';
import { anotherClient, type Given } from '#tests/support/independence/table.ts';

import { seatedPage } from './seat.ts';
import { expect, test } from './support.ts';

/**
 * Whoever changes a certificate reads first what the public will read, gives a reason, and the public reads exactly
 * that: every page on which a person changes one.
 */
let ground: Ground;

test.setTimeout(300_000);
test.beforeAll(async () => {
  ground = await layGround();
});
test.afterAll(() => ground.clear());

type Form = Record<string, string>;
type Seat = { accountId: string; role: 'officer' | 'recruiter' | 'reviewer' | 'decider' };
/** Who stands before which page, and what they send; `reason` is the field that must not stay empty. */
type Change = { seat: Seat; path: string; form: Form; reason: string };

const note = 'Everything that was seen is written down at some length here.';
const answer = 'The same system covers it; nothing more needs an audit.';

/** As the table of independence brings it about. */
const fromTable = (name: string, look = '') =>
  async function ready(given: Given): Promise<Change> {
    const thing = ofCertificates[name];
    if (!thing) throw new Error(`Nothing is called ${name}`);
    const matter = await thing.ready(given);
    const person = await thing.newcomer({ given, matter, now: new Date() });
    const path = `${thing.page(matter)}${look}`;
    return { seat: person, path, form: await person.form(), reason: 'note' };
  };

const ofHolder = (step: 'suspend' | 'withdraw') =>
  async function ready(given: Given): Promise<Change> {
    await inForce(given);
    const seat = { accountId: given.recruiter.accountId, role: 'recruiter' as const };
    return { seat, path: `/certificate/${step}`, form: { note }, reason: 'note' };
  };

async function extended(given: Given): Promise<Change> {
  const { id } = await inForce(given);
  const wider = { corridors: ['NP-JP'], sectors: [], offices: ['Biratnagar'] };
  done(await askForExtension(given.as(given.recruiter), { ...wider, grounds: note }));
  const seat = { accountId: given.officer.accountId, role: 'officer' as const };
  const path = `/scheme/certificates/${id}/extension`;
  return { seat, path, form: { outcome: 'extended', answer }, reason: 'answer' };
}

async function takenOver(given: Given): Promise<Change> {
  await inForce(given);
  const other = await aPlace(given.db, 'audit_body', `Lantern Audits ${crypto.randomUUID().slice(0, 4)}`);
  await approved(given.db, other.id, given.officer);
  const reviewer = await aPerson(given.db, other, 'reviewer', 'Ines Duarte');
  done(
    await askForTransfer(
      { ...given.as(given.recruiter), now: new Date() },
      { body: other.id, grounds: note },
    ),
  );
  const [task] = await listTransferTasks(given.as(reviewer));
  const scope = { ...given.as(reviewer), now: new Date() };
  done(await declareForTransfer(scope, task?.id ?? '', noInterest));
  const seat = { accountId: reviewer.accountId, role: 'reviewer' as const };
  return {
    seat,
    path: `/transfers/${task?.id ?? ''}`,
    form: { outcome: 'accepted', answer },
    reason: 'answer',
  };
}

/** A free member of the panel before what is open of a certificate. */
async function beforePanel(given: Given): Promise<Change> {
  const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
  const actor = await aPerson(given.db, scheme, 'decider', 'Hana Sato');
  const scope = { db: given.db, actor, now: new Date() };
  const id = await matterOf(given.db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  const ballot = await ballotOn(scope, id, grant);
  const form = { ...grant, package: ballot.package };
  return {
    seat: { accountId: actor.accountId, role: 'decider' },
    path: `/scheme/decisions/${id}`,
    form,
    reason: 'reasons',
  };
}

const ago = (days: number) => addDays(dayOf(new Date()), -days);

/** Its last day passed three weeks ago, or comes in three months; its audit is done. */
const audited = (lastDay: string) =>
  async function ready(given: Given): Promise<Change> {
    const { id } = await inForce(given);
    await happened(given.db, `update certificate set valid_until = '${lastDay}' where id = '${id}'`);
    await aReadyAudit({ db: given.db, certificateId: id }, 'recertification', ago(7));
    await given.work();
    return beforePanel(given);
  };

async function widerByPanel(given: Given): Promise<Change> {
  const { id } = await inForce(given);
  const wider = { corridors: ['NP-JP'], sectors: [], offices: ['Biratnagar'] };
  done(await askForExtension(given.as(given.recruiter), { ...wider, grounds: note }));
  const needed = { outcome: 'audit_needed' as const, answer, dueOn: '2026-06-30' };
  done(await answerExtension(given.as(given.officer), id, needed));
  await given.work();
  const { id: entryId } = await given.db
    .selectFrom('audit_programme_entry')
    .select('id')
    .where('certificate_id', '=', id)
    .where('type', '=', 'scope_extension')
    .executeTakeFirstOrThrow();
  await aReadyAudit({ db: given.db, certificateId: id, entryId }, 'scope_extension', ago(7));
  await given.work();
  return beforePanel(given);
}

const changes: Record<string, (given: Given) => Promise<Change>> = {
  'an officer places it under watch': fromTable(
    'an officer places a certificate under watch',
    '?reasonClass=special_audit',
  ),
  'an officer ends a watch': fromTable('an officer ends a watch'),
  'an officer suspends it': fromTable('an officer suspends', '?reasonClass=fees_charged'),
  'an officer lifts a suspension': fromTable('an officer lifts a suspension that papers end'),
  'an officer withdraws it': fromTable('an officer withdraws', '?reasonClass=fraud'),
  'an officer reduces its scope': async (given) => {
    const change = await fromTable('an officer reduces the scope')(given);
    const kept = Object.entries(change.form).filter(([name, value]) => name !== 'note' && value !== '');
    const look = new URLSearchParams([['seen', '1'], ...kept]).toString();
    return { ...change, path: `${change.path}?${look}` };
  },
  'an officer extends its scope': extended,
  'another audit body takes it over': takenOver,
  'its holder has it suspended': ofHolder('suspend'),
  'its holder gives it up': ofHolder('withdraw'),
  'the panel grants the next cycle': audited(ago(-90)),
  'the panel restores it': audited(ago(21)),
  'the panel grants a wider scope': widerByPanel,
};

/** What the page says the public will read, line by line. */
async function promised(page: Page) {
  const section = page.locator('section', {
    has: page.getByRole('heading', { name: /^What the public will read( if (it is granted|you .*))?$/ }),
  });
  const lines = (await section.locator('h2 ~ div p, dd').allInnerTexts()).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('See it with another reason'));
}

const registrationOf = async ({ db, agency }: Given) =>
  (
    await db
      .selectFrom('registration')
      .select('number')
      .where('organisation_id', '=', agency.id)
      .executeTakeFirstOrThrow()
  ).number;

for (const [what, ready] of Object.entries(changes))
  test(`${what}: the page shows what the public will read, asks why, and that is what it reads`, async ({
    browser,
  }) => {
    const given = await anotherClient(ground.engagement, ground.work);
    const { seat, path, form, reason } = await ready(given);
    const page = await seatedPage(browser, ground, seat);
    expect((await page.goto(path))?.status()).toBe(200);
    const lines = await promised(page);
    expect(lines.join(' ').length).toBeGreaterThan(20);
    await expect(page.locator(`textarea[name="${reason}"]`)).toHaveCount(1);

    const unexplained = await page.request.post(path, { form: { ...form, [reason]: '' }, maxRedirects: 0 });
    expect(unexplained.status()).toBe(400);
    const done = await page.request.post(path, { form, maxRedirects: 0 });
    expect(done.status()).toBe(302);
    await ground.work();
    await page.goto(`/register/${await registrationOf(given)}`);
    const read = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    for (const line of lines) expect(read).toContain(line.replace(/\s+/g, ' '));
    await page.context().close();
  });

test('a grade has its meaning beside it where it is given, and where the finding is read', async ({
  browser,
}) => {
  const given = await anotherClient(ground.engagement, ground.work);
  const auditId = await fieldwork(given);
  const lead = await seatedPage(browser, ground, { accountId: given.lead.accountId, role: 'auditor' });
  await lead.goto(`/audits/${auditId}/indicators/1.1.2/finding`);
  for (const hint of Object.values(gradeHints)) await expect(lead.locator('main')).toContainText(hint);
  for (const grade of ['major', 'minor', 'observation'] as const) {
    const { finding } = await issued(await anotherClient(given, ground.work), grade);
    await lead.goto(`/findings/${finding}`);
    await expect(lead.getByText(gradeHints[grade])).toBeVisible();
  }
});
