import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { addItem } from '#app/features/audits/remedy/commands/add-item.server.ts';
import { confirmRemedy } from '#app/features/audits/remedy/commands/confirm-remedy.server.ts';
import { openRemedy } from '#app/features/audits/remedy/commands/open-remedy.server.ts';
import { recordPayment } from '#app/features/audits/remedy/commands/record-payment.server.ts';
import type { ItemForm } from '#app/features/audits/remedy/forms.ts';
import type { Harm } from '#app/features/audits/remedy/model.ts';
import { findRemedy } from '#app/features/audits/remedy/queries.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';

import { assessAll, done, fieldwork, reasons, sentForCheck, type Engagement, fewHeard } from './audits.ts';

export const found = {
  grade: 'major',
  statement: 'Nine workers paid for their medical tests.',
  evidence: 'Receipts of January, seen on paper.',
  gradingReasons: reasons,
} as const;
export const words = { happenedOn: '2026-02-20', note: 'Receipts and interviews 3, 4 and 9.' };
export const medical: ItemForm = {
  ...{ category: 'COST_MEDICAL', payer: 'recruiter', currency: 'NPR', amountMinor: 90_000 },
  ...words,
};

/** A finding of harm, issued with its report. */
export async function harmed(
  given: Engagement,
  harm: Harm = 'fee_charged',
  grade: 'major' | 'minor' = 'major',
) {
  const { as, lead, recruiter, reviewer } = given;
  const audit = await fieldwork(given);
  const { id } = done(await raiseFinding(as(lead), audit, '1.1.2', { ...found, harm, grade }));
  await assessAll(given, audit);
  done(await closeFieldwork(as(lead), audit, fewHeard));
  await sentForCheck(given, audit);
  done(await endFactCheck(as(recruiter), audit));
  done(await approveReport(as(reviewer), audit, { note: '', revision: 1 }));
  return id;
}

/** Its remedy, with nine workers and 900 rupees. */
export async function begun(given: Engagement, harm?: Harm, grade?: 'major' | 'minor') {
  const finding = await harmed(given, harm, grade);
  done(await openRemedy(given.as(given.lead), finding, { workers: 9, ...words }));
  done(await addItem(given.as(given.lead), finding, medical));
  return finding;
}

export const ledger = async ({ db }: Engagement, finding: string) => {
  const remedy = await findRemedy(db, finding);
  if (!remedy) throw new Error('The remedy is not there');
  return remedy;
};
export const itemOf = async (given: Engagement, finding: string) =>
  (await ledger(given, finding)).entries.find(({ kind }) => kind === 'owed')?.id ?? '';
export const payment = async (given: Engagement, finding: string, amount: string, workers: number) =>
  recordPayment(given.as(given.recruiter), finding, {
    ...{ item: await itemOf(given, finding), amount, workers },
    ...words,
  });
export const say = (given: Engagement, finding: string, asked: number, confirmed = asked) =>
  confirmRemedy(given.as(given.lead), finding, { asked, confirmed, note: words.note });
