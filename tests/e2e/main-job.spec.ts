import {
  acceptApplication,
  answerComments,
  checkFacts,
  declareNoTies,
  declareOnMatter,
  deferAndAnswer,
  engageMeridian,
  follow,
  goThroughIndicators,
  licenceScan,
  planStage,
  recordPayment,
  sendApplication,
  signUp,
  startAudit,
  writeReport,
} from './steps.ts';
import { closeFinding, containHarm, correctFinding, makeGood } from './steps-correction.ts';
import {
  addEvidence,
  closeConcern,
  closeStage1,
  hearWorkers,
  readItinerary,
  writeItinerary,
} from './steps-fieldwork.ts';
import { fillApplication } from './fill.ts';
import { eventually, expect, expectAccessible, test } from './support.ts';

const agency = 'Pokhara Honest Work';
const email = 'owner@pokhara-honest-work.example';
const password = 'a long enough password';

const concern = { code: '1.2.1', concern: 'Two agreements with sub-agents were not at hand.' };

/** What stage 2 finds, shown by the interviews with these keys. */
const foundFrom = (heard: readonly string[]) => [
  {
    ...{ code: '1.1.2', grade: 'major', harmed: false },
    statement: 'The cost schedule leaves out travel at home.',
    evidence: `Schedule of March and interviews ${heard.join(' and ')}.`,
  },
  {
    ...{ code: '1.1.5', grade: 'critical', harmed: true },
    statement: 'Two of three workers paid for medical tests at a clinic the sub-agent named.',
    evidence: `Interviews ${heard.join(' and ')}, one receipt on a photo.`,
  },
  {
    ...{ code: 'B.1.4', grade: 'minor', harmed: false },
    statement: 'Two of nine people have no record of training.',
    evidence: 'Training register, asked of the two themselves.',
  },
];

test.setTimeout(1_500_000);

test('the main job: from application through a full audit to the certificate, and to a suspension every public answer tells', async ({
  desk,
}) => {
  const recruiter = await desk.visitor();
  const [officer, auditor, reviewer, decider] = await Promise.all(
    [
      'officer@scheme.example',
      'auditor@meridian-audit.example',
      'reviewer@meridian-audit.example',
      'decider@scheme.example',
    ].map((address) => desk.as(address)),
  );
  if (!officer || !auditor || !reviewer || !decider) throw new Error('somebody is missing');

  await test.step('a recruiter signs up, fills the application section by section and sends it', async () => {
    await signUp(recruiter, { agency, email, password });
    await fillApplication(recruiter, agency);
    await sendApplication(recruiter);
  });

  await test.step('an officer records the transfer, asks for more, is answered and accepts; the recruiter stands on the register as an applicant', async () => {
    await recordPayment(officer, agency);
    await declareNoTies(officer);
    await deferAndAnswer(officer, recruiter);
    await acceptApplication(officer);
    await recruiter.goto(`/register?q=${encodeURIComponent(agency)}`);
    await expectAccessible(recruiter);
    await expect(recruiter.getByRole('row', { name: agency })).toContainText('Applicant');
  });

  await test.step('it engages an audit body, whose auditor ends stage 1 with a concern', async () => {
    await engageMeridian(recruiter);
    await planStage(auditor, { agency, stage: 'Stage 1' });
    await closeStage1(auditor, concern);
  });

  await test.step('stage 2 is planned with its itinerary, of which the recruiter reads its part', async () => {
    await planStage(auditor, { agency, stage: 'Stage 2' }, writeItinerary);
    await readItinerary(recruiter, new URL(auditor.url()).pathname);
  });

  const found =
    await test.step('workers are heard, evidence is added, the concern is closed and every indicator is judged', async () => {
      await startAudit(auditor);
      const findings = foundFrom(await hearWorkers(auditor));
      await addEvidence(auditor, '1.1.5', 'Licence');
      await closeConcern(auditor, concern, 'Both agreements were shown, signed in May.');
      await goThroughIndicators(auditor, findings);
      return findings;
    });

  await test.step('the recruiter is told of the critical finding before any report', async () => {
    await eventually(recruiter, async () => {
      await recruiter.goto('/now');
      await expect(recruiter.getByText('Say how the harm was stopped')).toBeVisible();
    });
  });

  await test.step('fieldwork closes with the reason why fewer workers were heard, and the report is written', async () => {
    await follow(auditor, 'Close fieldwork');
    await auditor.getByRole('textbox', { name: 'Why fewer workers' }).fill('Too few letters.');
    await auditor.getByRole('button', { name: 'Close fieldwork' }).click();
    await expect(auditor.getByText('Fewer workers were heard than the sample asks for.')).toBeVisible();
    const reasons = auditor.getByRole('textbox', { name: 'Why fewer workers' });
    await expect(reasons).toHaveValue('Too few letters.');
    await reasons.fill('The workers were on their way to Qatar; they are called in April.');
    await auditor.getByRole('button', { name: 'Close fieldwork' }).click();
    await writeReport(auditor);
  });

  await test.step('the recruiter checks the facts, and the auditor answers and corrects', async () => {
    await checkFacts(recruiter);
    await answerComments(auditor);
  });

  await test.step('a technical reviewer approves the report', async () => {
    await reviewer.goto('/audits');
    await expectAccessible(reviewer);
    await reviewer.getByRole('row', { name: agency }).first().getByRole('link').first().click();
    await follow(reviewer, 'Approve the report');
    await reviewer.getByRole('button', { name: 'Approve the report' }).click();
    await expectAccessible(reviewer);
  });

  const people = { recruiter, auditor, agency };

  await test.step('the harm is stopped, paid back with its proof and confirmed by the workers', async () => {
    await containHarm(people, '1.1.5');
    await makeGood(people, '1.1.5', licenceScan);
  });

  for (const { code, harmed } of found) {
    await test.step(`the recruiter corrects finding ${code}, the auditor verifies`, () =>
      correctFinding(people, { code, harmed }));
  }

  await test.step('the reviewer closes the grave findings', async () => {
    for (const code of ['1.1.2', '1.1.5']) await closeFinding(reviewer, agency, code);
  });

  await test.step('somebody who did not audit decides', async () => {
    await decider.goto('/scheme/decisions');
    await eventually(decider, () => expect(decider.getByRole('link', { name: agency })).toBeVisible());
    await expectAccessible(decider);
    await follow(decider, agency);
    await declareOnMatter(decider);
    await expectAccessible(decider);
    await decider.getByLabel('Grant the certificate').check();
    await decider
      .getByLabel('Reasons')
      .fill('The system works, and the findings were corrected and verified.');
    await decider.getByRole('button', { name: 'Cast your vote' }).click();
    await expect(decider.getByRole('heading', { name: 'Decisions' })).toBeVisible();
  });

  const worker = await desk.visitor();
  const buyer = await desk.as('sourcing@northwind-apparel.example');
  const answers = async (word: string, workerWord: string) => {
    await buyer.goto(`/register?q=${encodeURIComponent(agency)}`);
    await expect(buyer.getByRole('row', { name: agency })).toContainText(word);
    await buyer.getByRole('link', { name: agency }).click();
    await expect(buyer.getByRole('heading', { name: word, exact: true })).toBeVisible();
    await expectAccessible(buyer);
    await buyer.getByRole('link', { name: 'Open that page' }).click();
    await expect(buyer.getByRole('heading', { name: word, exact: true })).toBeVisible();
    await expectAccessible(buyer);
    await worker.goto(`/en/check?q=${encodeURIComponent('pokhara honest')}`);
    await expect(worker.getByRole('heading', { name: workerWord })).toBeVisible();
    await expectAccessible(worker);
    const api = await worker.request.get(`/api/v1/recruiters?q=${encodeURIComponent(agency)}`);
    expect(await api.json()).toMatchObject({
      data: [{ name: agency, standing: { status: word.toLowerCase() } }],
    });
  };

  await test.step('the certificate stands on the register; a buyer and a worker look it up; it prints', async () => {
    await answers('Certified', 'Certified');
    await recruiter.goto('/certificate');
    await expectAccessible(recruiter);
    await follow(recruiter, 'Print the certificate');
    await expect(recruiter.getByRole('img', { name: /^Code that opens/ })).toBeVisible();
  });

  await test.step('an officer suspends, lifts and withdraws it; each public answer says so in the same second', async () => {
    const decideOn = async (action: string, reason: string | undefined, button: string) => {
      await officer.goto(`/scheme/certificates?q=${encodeURIComponent(agency)}`);
      await expectAccessible(officer);
      await follow(officer, agency);
      await follow(officer, action);
      if (reason) await officer.getByLabel('Reason').selectOption(reason);
      await officer.getByLabel('Note').fill('The mark stood on adverts outside the scope.');
      await officer.getByRole('button', { name: button }).click();
    };
    await decideOn('Suspend', 'claims_misused', 'Suspend and publish');
    await answers('Suspended', 'Stopped. Do not pay.');
    await recruiter.reload();
    await expect(recruiter.getByText('cannot be printed')).toBeVisible();
    await decideOn('Lift the suspension', undefined, 'Lift the suspension');
    await answers('Certified', 'Certified');
    await decideOn('Withdraw', 'fraud', 'Withdraw for good');
    await answers('Withdrawn', 'Not certified any more. Do not pay.');
  });

  await test.step('everyone’s first page, the timeline and the mails tell of it', async () => {
    for (const page of [recruiter, officer, auditor, reviewer, decider, buyer]) {
      await page.goto('/now');
      await expectAccessible(page);
    }
    await eventually(officer, async () => {
      await officer.goto('/scheme/mailbox');
      await expect(officer.getByRole('row', { name: new RegExp(email) }).first()).toBeVisible();
    });
    await expectAccessible(officer);
    await recruiter.goto('/apply');
    await expect(recruiter.getByText('Certificate withdrawn')).toBeVisible();
    await recruiter.getByRole('button', { name: 'Sign out' }).first().click();
    await expect(recruiter.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  });
});
