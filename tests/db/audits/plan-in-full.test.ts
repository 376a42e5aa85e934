import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { acceptPlan, returnPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { acceptNoAction, planNoAction } from '#app/features/audits/findings/no-action/commands.server.ts';
import { acceptNoActionForm } from '#app/features/audits/findings/no-action/forms.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { anEngagement, done, issued, now, type Engagement } from '#tests/support/factories/audits.ts';
import { correctiveAction, evidence } from '#tests/support/factories/corrections.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const reasons = { noActionReason: 'The form it is about has not been in use since January.' };
const reason = 'The form is still in use in Pokhara.';
const system = { kind: 'system' } as const;
const looked = { method: 'desk', words: 'The list of forms of this year, at the desk.' } as const;
const no = (refusal: string) => ({ ok: false, refusal });

const stateOf = async ({ db }: Engagement, id: string) =>
  (await findFinding({ db, actor: system, now }, id))?.finding.state;

async function harmed(given: Engagement, grade: 'major' | 'minor') {
  const { finding } = await issued(given, grade);
  await pastRules(given.db, (one) =>
    one.updateTable('finding').set({ harm: 'wages' }).where('id', '=', finding).execute(),
  );
  return finding;
}

describe('a minor finding is left as it is', () => {
  test('once the reason is accepted: it closes without evidence, and a decision waits for it no longer', async ({
    db,
    mailer,
    work,
  }) => {
    const given = await anEngagement(db);
    const { id, finding } = await issued(given, 'minor');
    const [recruiter, lead] = [given.as(given.recruiter), given.as(given.lead)];
    done(await planNoAction(recruiter, finding, reasons));
    expect(await acceptPlan(lead, finding, { round: 1 })).toEqual(no('no_action_planned'));
    done(await returnPlan(lead, finding, { round: 1, reason }));
    done(await planNoAction(recruiter, finding, reasons));
    expect(acceptNoActionForm.safeParse({ round: 2, method: 'desk', words: 'It was seen.' }).success).toBe(
      false,
    );
    expect(acceptNoActionForm.safeParse({ round: 2, ...looked }).success).toBe(true);
    expect(await acceptNoAction(lead, finding, { round: 1, ...looked })).toEqual(no('another_round'));
    done(await acceptNoAction(lead, finding, { round: 2, ...looked }));
    const record = await findFinding(recruiter, finding);
    expect(record).toMatchObject({
      finding: { state: 'closed', noAction: true },
      method: 'desk',
      proofs: [],
    });
    expect(record?.closing).toMatchObject({ words: looked.words });
    expect(record?.plans[0]).toMatchObject({ ...reasons, rootCause: null, answer: 'accepted' });
    expect((await findAudit({ db, actor: system, now }, id))?.state).toBe('ready_for_decision');
    await work();
    expect(mailer.sent.map(({ text }) => text).join()).toContain('leaving it as it is was accepted');
  });

  test('by its recruiter’s word and its team’s alone', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    expect(await planNoAction(given.as(given.lead), finding, reasons)).toEqual(no('forbidden'));
    done(await planNoAction(given.as(given.recruiter), finding, reasons));
    for (const actor of [given.reviewer, given.recruiter])
      expect(await acceptNoAction(given.as(actor), finding, { round: 1, ...looked })).toEqual(
        no('forbidden'),
      );
    expect(await stateOf(given, finding)).toBe('cap_submitted');
  });

  test('not where workers were harmed, nor where it is graver, also by then', async ({ db }) => {
    const given = await anEngagement(db);
    const hurt = await harmed(given, 'minor');
    expect(await planNoAction(given.as(given.recruiter), hurt, reasons)).toEqual(no('harm_needs_action'));
    const other = await anEngagement(db);
    const { findings } = await issued(other, 'major', 'minor');
    const [recruiter, lead] = [other.as(other.recruiter), other.as(other.lead)];
    const [major = '', minor = ''] = findings;
    expect(await planNoAction(recruiter, major, reasons)).toEqual(no('grade_needs_action'));
    done(await planNoAction(recruiter, minor, reasons));
    done(await proposeRegrade(lead, minor, { grade: 'major', reason }));
    expect(await acceptNoAction(lead, minor, { round: 1, ...looked })).toEqual(no('regrade_open'));
    const answer = { grade: 'major', outcome: 'approved', reason } as const;
    done(await answerRegrade(other.as(other.reviewer), minor, answer));
    const late = await acceptNoAction(lead, minor, { round: 1, ...looked });
    expect(late.ok).toBe(false);
    expect(await stateOf(other, minor)).not.toBe('closed');
  });
});

test('a plan says what workers get where they were harmed', async ({ db }) => {
  const given = await anEngagement(db);
  const finding = await harmed(given, 'major');
  const recruiter = given.as(given.recruiter);
  const without = { ...correctiveAction, remedyToWorkers: '' };
  expect(await submitPlan(recruiter, finding, without)).toEqual(no('remedy_not_planned'));
  done(await submitPlan(recruiter, finding, correctiveAction));
  const { remedyToWorkers } = correctiveAction;
  expect((await findFinding(recruiter, finding))?.plans[0]).toMatchObject({ remedyToWorkers });
});

describe('whoever writes', () => {
  const planning = ({ db, recruiter }: Engagement, finding: string, columns: string, values: string) =>
    sql
      .raw(
        `insert into corrective_action_plan (finding_id, round, submitted_at, submitted_by, ${columns})
          values ('${finding}', 1, '${now.toISOString()}', '${recruiter.accountId}', ${values})`,
      )
      .execute(db);
  const because = `'Not in use any more since January.'`;
  const whole = [
    'root_cause, correction, corrective_action, preventive_action, owner, target_on',
    `'Nobody looked.', 'Told.', 'Looked at.', 'Every month.', 'Mina', '2026-04-01'`,
  ] as const;

  test('leaves nothing as it is that is grave or harmed workers, and plans for them', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'major');
    await expect(planning(given, finding, 'no_action_reason', because)).rejects.toThrow(
      'only a minor finding',
    );
    const other = await anEngagement(db);
    const hurt = await harmed(other, 'minor');
    for (const [columns, values] of [['no_action_reason', because], whole] as const)
      await expect(planning(other, hurt, columns, values)).rejects.toThrow('it says what they get');
  });

  test('sends a plan or a reason, never half of both', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    const [columns, values] = whole;
    const both = planning(given, finding, `no_action_reason, ${columns}`, `${because}, ${values}`);
    await expect(both).rejects.toThrow('corrective_action_plan_shape');
    const half = planning(given, finding, 'root_cause, owner', `'Nobody looked.', 'Mina'`);
    await expect(half).rejects.toThrow('corrective_action_plan_shape');
    const short = planning(given, finding, 'no_action_reason', `'No need.'`);
    await expect(short).rejects.toThrow('no_action_reason_check');
  });

  const closing = (given: Engagement, finding: string, by: string, said = `'${looked.words}'`) =>
    `update finding set state = 'closed', closing_words = ${said}, closed_at = '${now.toISOString()}', closed_by = '${by}', verified_at = '${now.toISOString()}',
      verified_by = '${by}', verification_method = 'desk' where id = '${finding}'`;
  const accepting = (by: string) =>
    `update corrective_action_plan set answer = 'accepted', answered_at = '${now.toISOString()}', answered_by = '${by}'`;

  test('closes nothing over a reason nobody accepted, by anybody else, or over a plan of action', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    const { accountId } = given.lead;
    done(await planNoAction(given.as(given.recruiter), finding, reasons));
    const close = (by: string) => sql.raw(closing(given, finding, by)).execute(db);
    await expect(close(accountId)).rejects.toThrow('no ground in what was sent');
    const both = (by: string, other: string) =>
      db.transaction().execute(async (trx) => {
        await sql.raw(accepting(by)).execute(trx);
        await sql.raw(closing(given, finding, other)).execute(trx);
      });
    await expect(both(given.reviewer.accountId, accountId)).rejects.toThrow('answered by the audit team');
    await expect(both(accountId, given.reviewer.accountId)).rejects.toThrow(
      'verified by whoever of the team',
    );
    const silent = db.transaction().execute(async (trx) => {
      await sql.raw(accepting(accountId)).execute(trx);
      await sql.raw(closing(given, finding, accountId, 'null')).execute(trx);
    });
    await expect(silent).rejects.toThrow('says what they relied on');
    await both(accountId, accountId);
    expect(await stateOf(given, finding)).toBe('closed');
  });

  test('opens no way to closing for a plan of action, nor from a reason to evidence', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    const { accountId } = given.lead;
    done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
    const shortcut = db.transaction().execute(async (trx) => {
      await sql.raw(accepting(accountId)).execute(trx);
      await sql.raw(closing(given, finding, accountId)).execute(trx);
    });
    await expect(shortcut).rejects.toThrow('no ground in what was sent');
    const other = await anEngagement(db);
    const { finding: left } = await issued(other, 'minor');
    done(await planNoAction(other.as(other.recruiter), left, reasons));
    const taken = db.transaction().execute(async (trx) => {
      await sql`${sql.raw(accepting(other.lead.accountId))} where finding_id = ${left}`.execute(trx);
      await trx.updateTable('finding').set({ state: 'cap_accepted' }).where('id', '=', left).execute();
    });
    await expect(taken).rejects.toThrow('no ground in what was sent');
    expect(await submitEvidence(other.as(other.recruiter), left, evidence)).toEqual(
      no('finding_is_cap_submitted'),
    );
  });

  test('rewrites neither the reason nor the remedy', async ({ db }) => {
    const given = await anEngagement(db);
    const { finding } = await issued(given, 'minor');
    done(await planNoAction(given.as(given.recruiter), finding, reasons));
    const other = await anEngagement(db);
    const hurt = await harmed(other, 'minor');
    done(await submitPlan(other.as(other.recruiter), hurt, correctiveAction));
    for (const change of [
      `no_action_reason = 'Something else altogether.' where no_action_reason is not null`,
      `remedy_to_workers = 'Nothing at all, to nobody.' where remedy_to_workers is not null`,
    ])
      await expect(sql.raw(`update corrective_action_plan set ${change}`).execute(db)).rejects.toThrow();
  });
});
