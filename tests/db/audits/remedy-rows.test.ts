import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { moneyOf } from '#app/features/audits/remedy/rules.ts';
import { anEngagement, done, type Engagement } from '#tests/support/factories/audits.ts';
import { begun, harmed, itemOf, ledger, payment, say } from '#tests/support/factories/remedy.ts';
import { test } from '#tests/support/test.ts';

const refuses = (given: Engagement, what: string, why: string) =>
  expect(sql.raw(what).execute(given.db)).rejects.toThrow(why);

describe('the database holds the ledger', () => {
  const entry = (columns: string, values: string) =>
    `insert into remedy_entry (remedy_id, happened_on, note, recorded_at, ${columns})
     select id, '2026-02-20', 'Written past the house.', '2026-03-01', ${values} from remedy`;
  const money = 'category, payer, currency, amount_minor';

  test('against edits, deletions and too much', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await begun(given);
    done(await payment(given, finding, '400', 4));
    const [lead, recruiter] = [given.lead.accountId, given.recruiter.accountId];
    await refuses(given, 'update remedy_entry set amount_minor = 1', 'append-only');
    await refuses(given, 'delete from remedy_entry', 'append-only');
    await refuses(given, 'truncate remedy_entry cascade', 'append-only');
    await refuses(given, 'delete from remedy', 'append-only');
    await refuses(given, `update remedy set due_on = '2027-01-01'`, 'stands as it is');
    const item = await itemOf(given, finding);
    const paid = (amount: number, currency = 'NPR', by = recruiter, workers = 0) =>
      entry(
        `kind, item_id, workers, ${money}, recorded_by`,
        `'paid', '${item}', ${workers}, 'COST_MEDICAL', 'recruiter', '${currency}', ${amount}, '${by}'`,
      );
    await refuses(given, paid(50_001), 'no more is paid than is owed');
    await refuses(given, paid(1, 'USD'), 'in its currency');
    await refuses(given, paid(-1), 'remedy_entry_sign');
    await refuses(given, paid(1, 'NPR', lead), 'the recruiter what it paid');
    await refuses(given, paid(1, 'NPR', recruiter, 6), 'no more workers are made whole');
    const owed = (by: string) =>
      entry(`kind, ${money}, recorded_by`, `'owed', 'WAGES', 'employer', 'QAR', 5, '${by}'`);
    await refuses(given, owed(recruiter), 'the audit team says what is owed');
    await refuses(given, owed(given.officer.accountId), 'the audit team says what is owed');
    const back = (amount: number, workers: number) =>
      entry(
        `kind, item_id, corrects_id, workers, ${money}, recorded_by`,
        `'paid', '${item}', (select id from remedy_entry where kind = 'paid'), ${workers}, 'COST_MEDICAL', 'recruiter', 'NPR', ${amount}, '${lead}'`,
      );
    await refuses(given, back(-1, -4), 'takes one entry back, whole');
    await sql.raw(back(-40_000, -4)).execute(db);
    const { entries } = await ledger(given, finding);
    expect(moneyOf(entries)).toEqual([{ currency: 'NPR', owed: 90_000, paid: 0 }]);
  });

  test('against a remedy called complete that is not', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await begun(given);
    const complete = 'update remedy set completed_at = now()';
    await refuses(given, complete, 'sampled workers say so');
    done(await say(given, finding, 9));
    await refuses(given, complete, 'sampled workers say so');
    done(await payment(given, finding, '900', 9));
    // They were asked before the money came.
    await refuses(given, complete, 'sampled workers say so');
    const said = (asked: number, by: string) =>
      `insert into remedy_confirmation (remedy_id, asked, confirmed, note, confirmed_at, confirmed_by)
       select id, ${asked}, ${asked}, 'Written past the house.', now(), '${by}' from remedy`;
    await refuses(given, said(3, given.recruiter.accountId), 'recorded by the audit team');
    await refuses(given, said(10, given.lead.accountId), 'no more workers are asked');
    await sql.raw(said(2, given.lead.accountId)).execute(db);
    await refuses(given, complete, 'sampled workers say so');
    await sql.raw(said(3, given.lead.accountId)).execute(db);
    await sql.raw(complete).execute(db);
    await refuses(given, 'update remedy set completed_at = null', 'stands as it is');
    await refuses(given, said(3, given.lead.accountId), 'this remedy is complete');
    await refuses(given, 'update remedy_confirmation set asked = 9', 'append-only');
  });

  test('against remedies nobody owes, or with a day of somebody’s choice', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await harmed(given);
    const open = (day: string, by: string) =>
      `insert into remedy (finding_id, due_on, opened_at, opened_by) values ('${finding}', '${day}', '2026-03-01T20:00:00Z', '${by}')`;
    await refuses(given, open('2026-06-30', given.lead.accountId), 'with the day the scheme sets');
    await refuses(given, open('2026-05-30', given.recruiter.accountId), 'opened by the audit team');
    await sql.raw(open('2026-05-30', given.lead.accountId)).execute(db);
  });
});
