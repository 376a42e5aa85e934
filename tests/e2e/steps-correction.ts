import type { Page } from '@playwright/test';

import { dayAhead, follow, licenceScan, openFinding, press } from './steps.ts';
import { expect, expectAccessible } from './support.ts';

/** A finding from its plan to its close, each step on the page of its person. */

type People = { recruiter: Page; auditor: Page; agency: string };
type Finding = { code: string; harmed?: boolean };
type Upload = { name: string; mimeType: string; buffer: Buffer };

export async function containHarm({ recruiter, auditor, agency }: People, code: string) {
  await openFinding(recruiter, '', code);
  await follow(recruiter, 'Say how the harm was stopped');
  await recruiter
    .getByLabel('What you did at once')
    .fill('The sub-agent is stopped; tests are booked and paid by us from today.');
  await recruiter.getByLabel('What shows it').setInputFiles(licenceScan);
  await press(recruiter, 'Send');
  await expect(recruiter.getByRole('link', { name: 'Send the plan' })).toBeVisible();

  await openFinding(auditor, agency, code);
  await follow(auditor, 'Answer whether the harm is stopped');
  await auditor.getByLabel('It is stopped').check();
  await press(auditor, 'Answer');
  await expectAccessible(auditor);
}

/** Opened by the auditor, paid by the recruiter with its proof, confirmed by the workers. */
export async function makeGood({ recruiter, auditor, agency }: People, code: string, proof: Upload) {
  await openFinding(auditor, agency, code);
  await follow(auditor, 'Open the remedy');
  await auditor.getByLabel('Workers affected').fill('2');
  await auditor.getByLabel('Known since').fill(dayAhead(0));
  await auditor.getByLabel('How you know').fill('Two of three workers, each asked alone.');
  await press(auditor, 'Open the remedy');
  await follow(auditor, 'Add what is owed');
  await auditor.getByLabel('What was charged or kept').selectOption('COST_MEDICAL');
  await auditor.getByLabel('The recruiter', { exact: true }).check();
  await auditor.getByLabel('Currency').fill('NPR');
  await auditor.getByLabel('Amount, for all workers together').fill('20,500');
  await auditor.getByLabel('Known since').fill(dayAhead(0));
  await auditor.getByLabel('What shows it').fill('One receipt, and what both workers said.');
  await press(auditor, 'Add it');
  await expectAccessible(auditor);

  await openFinding(recruiter, '', code);
  await follow(recruiter, 'Open the remedy ledger');
  await follow(recruiter, 'Record a payment');
  await recruiter.getByLabel('What you paid').selectOption({ index: 1 });
  await recruiter.getByLabel('Amount').fill('20,500');
  await recruiter.getByLabel('Workers who have everything back with this').fill('2');
  await recruiter.getByLabel('Day of the payment').fill(dayAhead(0));
  await recruiter.getByLabel('How it was paid').fill('Two bank transfers, one to each worker.');
  await recruiter.getByLabel('Or a new file that shows it').setInputFiles(proof);
  await press(recruiter, 'Record it');
  await expect(recruiter.getByText('2 of 2', { exact: true })).toBeVisible();
  await expectAccessible(recruiter);

  await openFinding(auditor, agency, code);
  await follow(auditor, 'Open the remedy ledger');
  await follow(auditor, 'Record what workers say');
  await auditor.getByLabel('Workers asked').fill('2');
  await auditor.getByLabel('Workers who confirm').fill('2');
  await auditor.getByLabel('How they were asked').fill('By telephone, each of them alone.');
  await press(auditor, 'Record it');
  await expect(auditor.getByText('All is made good and confirmed by workers')).toBeVisible();
  await expectAccessible(auditor);
}

/** Plan, its acceptance, evidence, and its verification: by workers where they were harmed. */
export async function correctFinding({ recruiter, auditor, agency }: People, { code, harmed }: Finding) {
  await openFinding(recruiter, '', code);
  await follow(recruiter, 'Send the plan');
  await recruiter.getByLabel('Root cause').fill('The procedure was never reviewed.');
  await recruiter
    .getByLabel('Correction', { exact: true })
    .fill('Everyone affected was told and made whole.');
  await recruiter.getByLabel('Corrective action').fill('It is reviewed whenever a corridor is added.');
  await recruiter.getByLabel('Preventive action').fill('The internal audit covers every corridor.');
  if (harmed)
    await recruiter
      .getByLabel('Remedy to workers')
      .fill('Both workers get 20,500 rupees back by bank transfer, and the auditor asks each alone.');
  await recruiter.getByLabel('Who is responsible').fill('Mina Rai');
  await recruiter.getByLabel('Done by').fill(dayAhead(20));
  await press(recruiter, 'Send the plan');

  await openFinding(auditor, agency, code);
  await follow(auditor, 'Accept the plan');
  await press(auditor, 'Accept the plan');

  await openFinding(recruiter, '', code);
  await follow(recruiter, 'Send evidence');
  await recruiter
    .getByLabel('What was done')
    .fill('New procedure in force; staff trained; workers confirmed.');
  await recruiter.getByLabel('File').setInputFiles(licenceScan);
  await press(recruiter, 'Send the evidence');

  await openFinding(auditor, agency, code);
  await follow(auditor, 'Verify the evidence');
  await auditor.getByLabel(harmed ? 'Confirmed by workers' : 'At the desk, from documents').check();
  await auditor.getByLabel('What you saw').fill('The new procedure hangs in both offices.');
  await auditor.getByLabel('Day you saw it').fill(dayAhead(0));
  if (harmed) {
    await auditor.getByLabel('Workers who confirm it').fill('2');
    await auditor.getByLabel('Workers affected, all together').fill('2');
  } else await auditor.getByLabel(licenceScan.name).check();
  await press(auditor, 'Verify');
  await expectAccessible(auditor);
}

/** The second person, after the verification. */
export async function closeFinding(reviewer: Page, agency: string, code: string) {
  await openFinding(reviewer, agency, code);
  await follow(reviewer, 'Close the finding');
  await reviewer.getByLabel('What you rely on').fill('What was seen, and the papers that came with it.');
  await press(reviewer, 'Close the finding');
  await expect(reviewer.getByText('Closed').first()).toBeVisible();
}
