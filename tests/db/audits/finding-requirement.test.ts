import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { verifyEvidence } from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { judgeEffectiveness } from '#app/features/audits/findings/effectiveness/commands.server.ts';
import { listPastFindings } from '#app/features/audits/findings/effectiveness/queries.server.ts';
import { raiseForm } from '#app/features/audits/findings/forms.ts';
import { listDeclarations } from '#app/features/audits/findings/requirement/queries.server.ts';
import {
  anApplication,
  anEngagement,
  done,
  fieldwork,
  issued,
  raised,
  reasons,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { happened, tie } from '#tests/support/factories/parts.ts';
import { closing, correctiveAction, evidence, seen, verified } from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

const found = {
  grade: 'minor',
  statement: 'The cost schedule names no payee.',
  evidence: 'Schedule of 3 January, seen on paper.',
  gradingReasons: reasons,
} as const;
const raise = (given: Engagement, auditId: string, form: Partial<Parameters<typeof raiseFinding>[3]>) =>
  raiseFinding(given.as(given.lead), auditId, '1.1.2', { ...found, ...form });
const row = ({ db }: Engagement, id: string) =>
  db.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const refuses = (given: Engagement, what: string, why: string) =>
  expect(sql.raw(what).execute(given.db)).rejects.toThrow(why);

async function declared({ db, applicationId }: Engagement) {
  const copy = [
    { section: 'fees', title: 'Fees', answers: [{ question: 'Do workers pay?', answer: 'Never' }] },
  ];
  await db
    .insertInto('application_copy')
    .values({
      ...{ application_id: applicationId, version: 1, language: 'en' },
      copy: JSON.stringify(copy),
      submitted_at: new Date('2026-01-01T00:00:00Z'),
    })
    .execute();
}

describe('a finding is measured', () => {
  test('by the standard, a law with its place, or what the recruiter declared', async ({ db }) => {
    const given = await anEngagement(db);
    await declared(given);
    const audit = await fieldwork(given);
    const law = {
      requirementKind: 'law',
      lawInstrument: 'Foreign Employment Act',
      lawPlace: 'Section 24',
    } as const;
    expect(await row(given, done(await raise(given, audit, {})).id)).toMatchObject({
      requirement_kind: 'standard',
    });
    expect(await row(given, done(await raise(given, audit, law)).id)).toMatchObject({
      ...{ requirement_kind: 'law', law_place: 'Section 24', declaration_question: null },
    });
    const [answer] = await listDeclarations(db, given.applicationId);
    expect(answer).toMatchObject({ value: '1/0/0', question: 'Do workers pay?' });
    const kept = await raise(given, audit, { requirementKind: 'declaration', declaration: '1/0/0' });
    expect(await row(given, done(kept).id)).toMatchObject({
      declaration_answer: 'Never',
      declaration_version: 1,
    });
    expect(await raise(given, audit, { requirementKind: 'declaration', declaration: '1/0/7' })).toEqual({
      ok: false,
      refusal: 'no_such_declaration',
    });
  });

  test('whole, in the form and in the database', async ({ db }) => {
    const whole = { ...found, id: crypto.randomUUID() };
    const isTaken = (form: object) => raiseForm.safeParse(form).success;
    expect(isTaken({ ...whole, requirementKind: 'law', lawInstrument: 'The Act' })).toBe(false);
    expect(isTaken({ ...whole, requirementKind: 'declaration' })).toBe(false);
    expect(isTaken(whole)).toBe(true);
    expect(isTaken(found)).toBe(false);
    const given = await anEngagement(db);
    const id = await raised(given, await fieldwork(given), 'minor');
    await refuses(given, `update finding set requirement_kind = 'law'`, 'finding_requirement_shape');
    await refuses(
      given,
      `update finding set workers_paid = true, harm = 'fee_charged' where id = '${id}'`,
      'stands as it is',
    );
    const copied = (columns: string, values: string) =>
      `insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, statement, evidence, state, raised_at, raised_by, ${columns})
       select audit_id, application_id, organisation_id, 9, scheme_version_id, indicator_code, grade, statement, evidence, state, raised_at, raised_by, ${values} from finding`;
    await refuses(
      given,
      copied(
        'requirement_kind, declaration_version, declaration_question, declaration_answer',
        `'declaration', 1, 'Do workers pay?', 'Never'`,
      ),
      'declared no such thing',
    );
    await refuses(given, copied('repeats_id', 'id'), 'in another audit');
  });
});

test('that workers have their money back, workers say', async ({ db }) => {
  const given = await anEngagement(db);
  const { id, finding } = await issued(given, 'major');
  expect(id).not.toBe('');
  await sql`alter table finding disable trigger finding_measured, disable trigger finding_harm_stands`.execute(
    db,
  );
  const paid = { workers_paid: true, harm: 'fee_charged' };
  await db.updateTable('finding').set(paid).where('id', '=', finding).execute();
  done(await submitPlan(given.as(given.recruiter), finding, correctiveAction));
  done(await acceptPlan(given.as(given.lead), finding, { round: 1 }));
  done(await submitEvidence(given.as(given.recruiter), finding, evidence));
  const verify = (method: 'on_site' | 'worker_confirmed') =>
    verifyEvidence(given.as(given.lead), finding, seen(method));
  expect(await verify('on_site')).toEqual({ ok: false, refusal: 'workers_confirm' });
  await refuses(
    given,
    `update finding set verification_method = 'on_site'`,
    'finding_repayment_is_confirmed',
  );
  expect(await verify('worker_confirmed')).toEqual({ ok: false, refusal: 'remedy_open' });
});

/** The next audit of the same recruiter, in its fieldwork; the one before left a closed and an open finding. */
async function again(given: Engagement) {
  const before = await issued(given, 'major', 'minor');
  await verified(given, before.finding);
  done(await closeFinding(given.as(given.reviewer), before.finding, closing));
  const { agency, body, recruiter } = given;
  const ended = { state: 'withdrawn', ended_at: new Date('2026-03-01T10:00:00Z') };
  await given.db.updateTable('application').set(ended).where('id', '=', given.applicationId).execute();
  const next = {
    ...given,
    applicationId: await anApplication(given.db, { agency, body, startedBy: recruiter.accountId }),
  };
  return { before, next, audit: await fieldwork(next) };
}

describe('at the next audit', () => {
  test('the same finding is graded up', async ({ db }) => {
    const given = await anEngagement(db);
    const { next, audit, before } = await again(given);
    const id = done(await raise(next, audit, { grade: 'minor' })).id;
    expect(await row(given, id)).toMatchObject({ grade: 'critical', repeats_id: before.finding });
    const other = await raiseFinding(next.as(next.lead), audit, '1.1.3', found);
    expect(await row(given, done(other).id)).toMatchObject({ grade: 'minor', repeats_id: null });
  });

  test('what was closed is found to have lasted, or raised again one grade higher, once', async ({ db }) => {
    const given = await anEngagement(db);
    const { next, audit, before } = await again(given);
    const place = { id: audit, organisationId: given.agency.id };
    expect(await listPastFindings(db, place)).toMatchObject([{ id: before.finding, judged: null }]);
    const say = (effective: 'yes' | 'no', note = 'Three payees are missing again.') =>
      judgeEffectiveness(
        next.as(next.lead),
        { auditId: audit, findingId: before.finding },
        { effective, note },
      );
    expect(await say('no', 'W-99 paid again.')).toEqual({ ok: false, refusal: 'unknown_interview' });
    const both = await Promise.all([say('no'), say('no')]);
    expect(both).toContainEqual({ ok: false, refusal: 'judged_already' });
    expect(await listPastFindings(db, place)).toMatchObject([{ judged: { effective: false } }]);
    const raisedAgain = await db
      .selectFrom('finding')
      .select(['grade', 'statement'])
      .where('audit_id', '=', audit)
      .execute();
    expect(raisedAgain).toMatchObject([
      { grade: 'critical', statement: expect.stringMatching(/^Again, as in AUD-\S+\/1: /) },
    ]);
    await refuses(
      given,
      'update finding_effectiveness set effective = true, reopened_id = null',
      'append-only',
    );
  });

  test('nobody else judges, nor the database what is not closed', async ({ db }) => {
    const given = await anEngagement(db);
    const { next, audit, before } = await again(given);
    const judged = { auditId: audit, findingId: before.finding };
    const form = { effective: 'yes', note: 'All payees are named.' } as const;
    expect(await judgeEffectiveness(next.as(next.reviewer), judged, form)).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
    const open = { ...judged, findingId: before.findings[1] ?? '' };
    expect(await judgeEffectiveness(next.as(next.lead), open, form)).toEqual({
      ok: false,
      refusal: 'not_found',
    });
    await refuses(
      given,
      `insert into finding_effectiveness values ('${open.findingId}', '${audit}', true, 'All is well now.', null, now(), '${given.lead.accountId}')`,
      'by the team of the next audit',
    );
    const forged = (by: string) =>
      `insert into finding_effectiveness (finding_id, audit_id, effective, note, judged_at, judged_by)
        values ('${before.finding}', '${audit}', true, 'All is well now.', now(), '${by}')`;
    await refuses(given, forged(given.reviewer.accountId), 'whom nothing ties to its holder');
    await sql`alter table audit drop constraint audit_state_shape`.execute(db);
    await pastRules(db, (one) => sql`update audit set state = 'cancelled' where id = ${audit}`.execute(one));
    await refuses(given, forged(given.lead.accountId), 'by the team of the next audit');
    await pastRules(db, (one) =>
      sql`update audit set state = 'in_progress' where id = ${audit}`.execute(one),
    );
    done(await judgeEffectiveness(next.as(next.lead), judged, form));
    expect(await db.selectFrom('finding').select('id').where('audit_id', '=', audit).execute()).toEqual([]);
    await happened(db, tie()({ ...given, auditId: audit, day: '2026-03-01' }, given.lead.accountId));
    await refuses(given, forged(given.lead.accountId), 'whom nothing ties to its holder');
  });
});
