import { addItem } from '#app/features/audits/remedy/commands/add-item.server.ts';
import { openRemedy } from '#app/features/audits/remedy/commands/open-remedy.server.ts';
import { recordPayment } from '#app/features/audits/remedy/commands/record-payment.server.ts';
import { findRemedy } from '#app/features/audits/remedy/queries.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Recruiter } from '#app/platform/scope.ts';

import { done, scopeOf, type Story } from '../stage.ts';

type Parties = { auditor: Auditor; recruiter: Recruiter };

/** Workers who paid for their medical tests: some have their money back, others still wait. */
export async function beginRemedy(story: Story, findingId: string, { auditor, recruiter }: Parties) {
  const { db } = story;
  const note = 'Receipts of two workers and what the others told in their interviews.';
  const known = { happenedOn: dayOf(story.at(78)), note };
  await done(openRemedy(scopeOf(story, auditor, 86), findingId, { ...known, workers: 8 }), 'open remedy');
  const item = {
    category: 'COST_MEDICAL',
    payer: 'partner',
    currency: 'NPR',
    amountMinor: 9_600_000,
  } as const;
  await done(addItem(scopeOf(story, auditor, 86), findingId, { ...known, ...item }), 'add item');
  const remedy = await findRemedy(db, findingId);
  const owed = remedy?.entries.find(({ kind }) => kind === 'owed');
  const paid = { happenedOn: dayOf(story.at(100)), note: 'Bank transfers, the receipts of the bank kept.' };
  const half = { ...paid, item: owed?.id ?? 'none', amount: '60,000', workers: 5 };
  await done(recordPayment(scopeOf(story, recruiter, 101), findingId, half), 'repay');
}
