import { describe, expect } from 'vitest';

import {
  completeSelfAssessment,
  scoreIndicators,
  startSelfAssessment,
} from '#app/features/self-assessment/commands.server.ts';
import { findCriterion, findProgress } from '#app/features/self-assessment/criterion.server.ts';
import { unanswered, type Answer } from '#app/features/self-assessment/model.ts';
import { listAnswers, listAttempts } from '#app/features/self-assessment/queries.server.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import {
  aCompletedAttempt,
  aScoredAttempt,
  everywhere,
  existing,
} from '#tests/support/factories/self-assessments.ts';
import { test } from '#tests/support/test.ts';

const blank = { from: 'blank' as const };

async function anAgency({ db, now }: Pick<Scope, 'db' | 'now'>, name = 'Himal Workforce') {
  const kind = 'recruiter' as const;
  const agency = { kind, id: await foundOrganisation({ db, now }, { kind, name, country: 'NP' }) };
  const mina: Scope<Recruiter> = { db, now, actor: await aPerson(db, agency, 'recruiter', 'Mina Rai') };
  const ram: Scope<Recruiter> = { db, now, actor: await aPerson(db, agency, 'recruiter', 'Ram Karki') };
  return { mina, ram };
}

/** As the page of criterion 1.3 sends one of its indicators. */
async function sendOne(scope: Scope<Recruiter>, answer: Answer, seen = unanswered, revision = 0) {
  const sent = { indicators: [{ code: '1.3.1', revision, seen, answer }] };
  return scoreIndicators(scope, '1', sent);
}
const standing = async (scope: Scope<Recruiter>) =>
  existing(existing(await findCriterion(scope, '1', '1.3')).indicators[0]);

describe('a self-assessment', () => {
  test.beforeEach(async ({ db, now }) => {
    await publishSchemeVersion({ db, now }, interimVersion);
  });

  test('is begun once at a time, also by two clicks at once', async ({ db, now }) => {
    const { mina, ram } = await anAgency({ db, now });
    const both = await Promise.all([mina, ram].map((scope) => startSelfAssessment(scope, blank)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await startSelfAssessment(mina, blank)).toEqual({ ok: false, refusal: 'already_begun' });
    const events = await db.selectFrom('event').select(['type', 'payload']).execute();
    expect(events).toContainEqual({ type: 'self_assessment.started', payload: { attempt: 1 } });
  });

  test('keeps each answer with its author, its time and what is open', async ({ db, now }) => {
    const { mina } = await anAgency({ db, now });
    done(await startSelfAssessment(mina, blank));
    const answer = { ...everywhere(3), comment: 'Since 2024' };
    expect(done(await sendOne(mina, answer))).toEqual({ conflicts: [] });
    expect(await standing(mina)).toMatchObject({ answer, revision: 1, scoredBy: 'Mina Rai', scoredAt: now });
    const { parts } = existing(await findProgress(mina, '1'));
    expect(parts).toHaveLength(27);
    const { open } = existing(parts.find(({ code }) => code === '1.3'));
    const { indicators } = existing(await findCriterion(mina, '1', '1.3'));
    expect(open).toBe(indicators.length - 1);
  });

  test('two people at once lose nothing: what both answered comes back to be chosen', async ({ db, now }) => {
    const { mina, ram } = await anAgency({ db, now });
    done(await startSelfAssessment(mina, blank));
    done(await sendOne(mina, everywhere(3)));
    expect(done(await sendOne(ram, everywhere(1)))).toEqual({ conflicts: ['1.3.1'] });
    expect(await standing(ram)).toMatchObject({ answer: everywhere(3), scoredBy: 'Mina Rai' });
    // Told so, Ram answers over what Mina saved.
    expect(done(await sendOne(ram, everywhere(1), everywhere(3), 1))).toEqual({ conflicts: [] });
    expect(await standing(ram)).toMatchObject({ answer: everywhere(1), scoredBy: 'Ram Karki', revision: 2 });
    // Mina's page still shows her own answer, which she did not touch again.
    expect(done(await sendOne(mina, everywhere(3), everywhere(3), 1))).toEqual({ conflicts: [] });
    expect(await standing(mina)).toMatchObject({ answer: everywhere(1), scoredBy: 'Ram Karki' });
  });

  test('two saves at the same moment: one is kept, the other comes back', async ({ db, now }) => {
    const { mina, ram } = await anAgency({ db, now });
    done(await startSelfAssessment(mina, blank));
    const both = await Promise.all([sendOne(mina, everywhere(3)), sendOne(ram, everywhere(1))]);
    expect(both.map((outcome) => done(outcome).conflicts.length).sort()).toEqual([0, 1]);
  });

  test('knows the indicators of its standard only', async ({ db, now }) => {
    const { mina } = await anAgency({ db, now });
    done(await startSelfAssessment(mina, blank));
    const sent = { code: '9.9.9', revision: 0, seen: unanswered, answer: everywhere(4) };
    const outcome = await scoreIndicators(mina, '1', { indicators: [sent] });
    expect(outcome).toEqual({ ok: false, refusal: 'not_found' });
    expect(await db.selectFrom('self_assessment_score').select('revision').execute()).toEqual([]);
  });

  test('is completed when every indicator is answered, once, and then stands', async ({ db, now }) => {
    const { mina, ram } = await anAgency({ db, now });
    const absent = { ...unanswered, notApplicableReason: 'We never lend workers money.' };
    const attempt = await aScoredAttempt(mina, (code) =>
      code === '1.3.1' ? absent : code === '5.5.1' ? unanswered : everywhere(2),
    );
    expect(await completeSelfAssessment(mina, attempt)).toEqual({ ok: false, refusal: 'indicators_open' });
    const last = { code: '5.5.1', revision: 0, seen: unanswered, answer: everywhere(2) };
    done(await scoreIndicators(mina, attempt, { indicators: [last] }));
    const both = await Promise.all([mina, ram].map((scope) => completeSelfAssessment(scope, attempt)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await sendOne(mina, everywhere(4), absent, 1)).toEqual({
      ok: false,
      refusal: 'already_completed',
    });
    expect(await listAttempts(db, mina.actor.organisationId)).toMatchObject([
      { attempt: 1, completedAt: now, indicators: 93, whole: 93 },
    ]);
  });

  test('the next attempt may begin with the answers of the last one', async ({ db, now }) => {
    const { mina } = await anAgency({ db, now });
    await aCompletedAttempt(mina, 2);
    expect(done(await startSelfAssessment(mina, { from: 'last' }))).toEqual({ attempt: 2 });
    const [open, completed] = await listAttempts(db, mina.actor.organisationId);
    expect(open).toMatchObject({ attempt: 2, whole: 93, completedAt: null });
    const ids = [existing(open).id, existing(completed).id];
    const answers = await listAnswers(db, ids);
    expect(answers).toHaveLength(186);
    for (const { answer } of answers) expect(answer).toEqual(everywhere(2));
  });

  test('a blank attempt has no answers', async ({ db, now }) => {
    const { mina } = await anAgency({ db, now });
    await aCompletedAttempt(mina, 2);
    done(await startSelfAssessment(mina, blank));
    expect(await listAttempts(db, mina.actor.organisationId)).toMatchObject([{ whole: 0 }, { whole: 93 }]);
  });

  test('another agency sees and changes nothing of it', async ({ db, now }) => {
    const { mina } = await anAgency({ db, now });
    const { mina: stranger } = await anAgency({ db, now }, 'Sunrise Overseas');
    done(await startSelfAssessment(mina, blank));
    expect(await findCriterion(stranger, '1', '1.3')).toBeUndefined();
    expect(await sendOne(stranger, everywhere(4))).toEqual({ ok: false, refusal: 'not_found' });
    expect(await completeSelfAssessment(stranger, '1')).toEqual({ ok: false, refusal: 'not_found' });
  });

  test.for(['0', '-1', '1e9', '99999999999999999999', 'x', '1; drop'])(
    'attempt %s is nobody’s',
    async (attempt, { db, now }) => {
      const { mina } = await anAgency({ db, now });
      done(await startSelfAssessment(mina, blank));
      expect(await findProgress(mina, attempt)).toBeUndefined();
      expect(await completeSelfAssessment(mina, attempt)).toEqual({ ok: false, refusal: 'not_found' });
    },
  );
});
