import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { submitApplication } from '#app/features/applications/commands.server.ts';
import { answersOf, standingOf } from '#app/features/applications/sections/answers.server.ts';
import { saveAnswers, type AnswersToSave } from '#app/features/applications/sections/commands.server.ts';
import { anApplicant, type Applicant } from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const save = async ({ recruiter, id }: Applicant, sent: AnswersToSave) =>
  done(await saveAnswers(recruiter, id, sent));

describe('answers', () => {
  test('are kept one by one with their author and every wording before', async ({ db }) => {
    const given = await anApplicant(db);
    const sent = { answers: { company_number: 'C-13' }, seen: { company_number: 1 } };
    expect(await save(given, sent)).toEqual({
      written: ['company_number'],
      conflicts: [],
      revisions: { company_number: 2 },
    });
    const { company_number, address } = await standingOf(db, given.id);
    expect(company_number).toMatchObject({ value: 'C-13', revision: 2, savedBy: 'Mina Rai' });
    expect(address?.revision).toBe(1);
    const wordings = await db
      .selectFrom('application_answer_version')
      .select(['revision', 'value'])
      .where('question', '=', 'company_number')
      .orderBy('revision')
      .execute();
    expect(wordings).toEqual([
      { revision: 1, value: 'C-12' },
      { revision: 2, value: 'C-13' },
    ]);
  });

  test('two answered at once come back with both wordings; the rest of the page is saved', async ({ db }) => {
    const given = await anApplicant(db);
    const seen = { company_number: 1, address: 1 };
    await save(given, { answers: { company_number: 'C-42', address: '1 Station Road, Kathmandu' }, seen });
    const second = await save(given, { answers: { company_number: 'C-43', address: '7 New Lane' }, seen });
    expect(second).toMatchObject({
      written: ['address'],
      conflicts: [{ question: 'company_number', mine: 'C-43', theirs: 'C-42', by: 'Mina Rai' }],
      revisions: { company_number: 2, address: 2 },
    });
    expect(await answersOf(db, given.id)).toMatchObject({ company_number: 'C-42', address: '7 New Lane' });

    const answers = { company_number: 'C-43' };
    await save(given, { answers, seen: second.revisions, choices: { company_number: 'theirs' } });
    expect(await answersOf(db, given.id)).toMatchObject({ company_number: 'C-42' });
    await save(given, { answers, seen: second.revisions, choices: { company_number: 'mine' } });
    expect(await answersOf(db, given.id)).toMatchObject({ company_number: 'C-43' });
  });

  test('nobody touched give way to what a colleague saved', async ({ db }) => {
    const given = await anApplicant(db);
    const page = { company_number: 'C-12', address: '1 Station Road, Kathmandu' };
    const seen = { company_number: 1, address: 1 };
    await save(given, { answers: { ...page, address: '7 New Lane' }, seen });
    const second = await save(given, { answers: { ...page, company_number: 'C-13' }, seen });
    expect(second.conflicts).toEqual([]);
    expect(await answersOf(db, given.id)).toMatchObject({ company_number: 'C-13', address: '7 New Lane' });
  });

  test('at the very same moment lose nothing either', async ({ db }) => {
    const given = await anApplicant(db);
    const seen = { company_number: 1 };
    const both = await Promise.all(
      ['C-1', 'C-2', 'C-3'].map((company_number) => save(given, { answers: { company_number }, seen })),
    );
    expect(both.filter(({ written }) => written.length === 1)).toHaveLength(1);
    expect(both.filter(({ conflicts }) => conflicts.length === 1)).toHaveLength(2);
  });

  test('stand to questions the questionnaire asks, and to no others', async ({ db }) => {
    const given = await anApplicant(db);
    const answers = { password: 'x', company_number: 'C-13' };
    const saved = await saveAnswers(given.recruiter, given.id, { answers, seen: { company_number: 1 } });
    expect(saved).toEqual({ ok: false, refusal: 'no_such_question' });
  });

  test('any interleaving of two editors loses none', async ({ db }) => {
    const given = await anApplicant(db);
    const step = fc.record({
      who: fc.constantFrom(0, 1),
      act: fc.constantFrom('open', 'type', 'type', 'save', 'mine', 'theirs'),
      question: fc.constantFrom('company_number', 'address', 'contact_name'),
      text: fc.string({ minLength: 1, maxLength: 4 }).map((text) => `t${text.replaceAll(' ', '')}`),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), (steps) => interleaved(given, steps)),
      { numRuns: 25 },
    );
  });
});

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

type Step = { who: number; act: string; question: string; text: string };
type Page = { answers: Record<string, string>; seen: Record<string, number>; conflicts: string[] };

/** Two people at one section; whatever one of them sent stands, was overwritten by somebody who saw it, or came back. */
async function interleaved(given: Applicant, steps: Step[]) {
  const { recruiter, id } = given;
  const open = async (): Promise<Page> => {
    const standing = await standingOf(recruiter.db, id);
    const own = ['company_number', 'address', 'contact_name'].map((name) => [name, standing[name]] as const);
    return {
      answers: Object.fromEntries(own.map(([name, answer]) => [name, textOf(answer?.value)])),
      seen: Object.fromEntries(own.map(([name, answer]) => [name, answer?.revision ?? 0])),
      conflicts: [],
    };
  };
  const pages = [await open(), await open()];
  for (const { who, act, question, text } of steps) {
    const page = pages[who] ?? (await open());
    if (act === 'open') pages[who] = await open();
    else if (act === 'type') page.answers[question] = text;
    else await send(given, page, act);
  }
}

async function send(given: Applicant, page: Page, act: string) {
  const choice = act === 'theirs' ? ('theirs' as const) : ('mine' as const);
  const before = await standingOf(given.recruiter.db, given.id);
  const saved = await save(given, {
    answers: page.answers,
    seen: page.seen,
    choices: Object.fromEntries(page.conflicts.map((name) => [name, choice])),
  });
  const after = await standingOf(given.recruiter.db, given.id);
  for (const [name, sent] of Object.entries(page.answers)) {
    const overwritten = before[name]?.value !== after[name]?.value;
    // Nothing is overwritten but what its author had seen.
    if (overwritten) expect([name, page.seen[name]]).toEqual([name, before[name]?.revision]);
    const dropped = page.conflicts.includes(name) && choice === 'theirs';
    const untouched = !overwritten && !saved.conflicts.some(({ question }) => question === name);
    if (!dropped && untouched && after[name]?.value !== sent) {
      // It was not taken and is no conflict: so it is the wording that was seen, not an edit.
      const [base] = await wording(given, name, page.seen[name] ?? 0);
      expect([name, sent]).toEqual([name, base?.value]);
    }
  }
  page.seen = saved.revisions;
  page.conflicts = saved.conflicts.map(({ question }) => question);
}

const wording = ({ recruiter, id }: Applicant, question: string, revision: number) =>
  recruiter.db
    .selectFrom('application_answer_version')
    .select('value')
    .where('application_id', '=', id)
    .where('question', '=', question)
    .where('revision', '=', revision)
    .execute();

describe('raw SQL', () => {
  test.for([
    [`update application_answer set value = '"x"'`, 'goes from revision'],
    [`update application_answer_version set value = '"x"'`, 'append-only'],
    [`delete from application_answer`, 'kept with all it said'],
    [`delete from application_answer_version`, 'kept with all it said'],
    [`update questionnaire_version set definition = '{}'`, 'append-only'],
    [`update application set questionnaire_version_id = null`, 'stands as it is'],
  ] as const)('loses no wording: %s', async ([statement, message], { db }) => {
    await anApplicant(db);
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(message);
  });

  test('binds what is sent to the questions it answers', async ({ db }) => {
    const { id, recruiter } = await anApplicant(db);
    done(await submitApplication(recruiter, id));
    const [copy] = await db
      .selectFrom('application_copy')
      .select('questionnaire_version_id as bound')
      .execute();
    expect(copy?.bound).toBe('application-1');
  });
});
