import { expect, test } from 'vitest';

import type { Answers, Question, Questionnaire } from '#app/questionnaire/definition.ts';
import { isRelevant, problemsOf } from '#app/questionnaire/rules.ts';
import { questionnaireShape } from '#app/questionnaire/shape.ts';
import { readWorkbook } from '#app/questionnaire/workbook/read.server.ts';
import { writeWorkbook } from '#app/questionnaire/workbook/write.server.ts';
import { readXlsForm } from '#app/questionnaire/xlsform/read.server.ts';
import { writeXlsForm } from '#app/questionnaire/xlsform/write.server.ts';
import brandFile from '#db/reference/questionnaires/mapping-brand-1.json' with { type: 'json' };
import recruiterFile from '#db/reference/questionnaires/mapping-recruiter-1.json' with { type: 'json' };
import siteFile from '#db/reference/questionnaires/mapping-site-1.json' with { type: 'json' };
import subAgentFile from '#db/reference/questionnaires/mapping-sub-agent-1.json' with { type: 'json' };
import workerFile from '#db/reference/questionnaires/mapping-worker-1.json' with { type: 'json' };

const brand = questionnaireShape.parse(brandFile);
const site = questionnaireShape.parse(siteFile);
const recruiter = questionnaireShape.parse(recruiterFile);
const subAgent = questionnaireShape.parse(subAgentFile);
const worker = questionnaireShape.parse(workerFile);
const organisations = [brand, site, recruiter, subAgent];
const all = [...organisations, worker];

const today = '2026-11-28';
const withColumns = (question: Question) => [question, ...(question.columns ?? [])];
const questionsOf = ({ sections }: Questionnaire) =>
  sections.flatMap(({ questions }) => questions.flatMap(withColumns));
const kindOf = ({ type, list }: Question) => (list === undefined ? type : `${type} ${list}`);
/** The kinds of the named questions as they are, to compare with what the code reads. */
function kindsIn(questions: Question[], wanted: Readonly<Record<string, string>>) {
  const own = new Map(questions.map((question) => [question.name, kindOf(question)]));
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, own.get(name)]));
}
const codesIn = ({ lists }: Questionnaire, list: string) =>
  lists.find(({ name }) => name === list)?.codes.map(({ code }) => code);

test('each role has its questionnaire', () => {
  expect(all.map(({ id }) => id)).toEqual([
    'mapping_brand-1',
    'mapping_site-1',
    'mapping_recruiter-1',
    'mapping_sub_agent-1',
    'mapping_worker-1',
  ]);
});

test.each(organisations)('$id begins with who answers, and who else may see it', (questionnaire) => {
  const [first] = questionnaire.sections;
  const fixed = {
    company_name: 'text',
    registration: 'text',
    country: 'choice countries',
    place: 'text',
    sector: 'choice sectors',
    may_share_with_others: 'yes_no',
  };
  expect(first?.name).toBe('respondent');
  expect(kindsIn(first?.questions ?? [], fixed)).toEqual(fixed);
});

const workforce = {
  wf_nationality: 'choice countries',
  wf_sex: 'choice sexes',
  wf_count: 'integer',
  wf_hired_by: 'choice hired_by',
  wf_job: 'text',
};
const corridors = {
  cor_origin: 'choice countries',
  cor_province: 'text',
  cor_transit: 'choice countries',
  cor_destination: 'choice countries',
  cor_sector: 'choice sectors',
  cor_workers: 'integer',
  cor_channel: 'choice routes',
  cor_wage: 'decimal',
  cor_wage_currency: 'choice currencies',
};
const steps = {
  step_name: 'text',
  step_kind: 'choice actor_kinds',
  step_country: 'choice countries',
  step_place: 'text',
  step_licensed: 'choice answers',
  step_contract: 'choice contracts',
  step_formal: 'yes_no',
  step_workers: 'integer',
  step_origin: 'choice countries',
  step_destination: 'choice countries',
  step_holds: 'choices held_documents',
};
const payments = {
  pay_category: 'choice fee_categories',
  pay_amount: 'decimal',
  pay_currency: 'choice currencies',
  pay_payer: 'choice payers',
  pay_to: 'text',
  pay_stage: 'choice stages',
  pay_receipt: 'choice answers',
  pay_basis: 'choice bases',
  pay_loan: 'yes_no',
  pay_deducted: 'yes_no',
  pay_repaid: 'choice repaid',
  pay_corridor: 'text',
};
const upstream = {
  up_name: 'text',
  up_kind: 'choice actor_kinds',
  up_country: 'choice countries',
  up_place: 'text',
  up_licence: 'text',
  up_email: 'text',
  up_workers: 'integer',
  up_contract: 'choice contracts',
  up_may_invite: 'yes_no',
  up_may_be_seen: 'yes_no',
};

test.each([
  { asked: [site, recruiter], rows: 'workforce', columns: workforce },
  { asked: [site, recruiter, subAgent], rows: 'corridors', columns: corridors },
  { asked: [site, recruiter], rows: 'steps', columns: steps },
  { asked: [site, recruiter, subAgent], rows: 'payments', columns: payments },
  { asked: organisations, rows: 'upstream', columns: upstream },
])('$rows has the columns that the chain is drawn from', ({ asked, rows, columns }) => {
  for (const questionnaire of asked) {
    const question = questionsOf(questionnaire).find(({ name }) => name === rows);
    expect(question?.type).toBe('rows');
    expect(kindsIn(question?.columns ?? [], columns)).toEqual(columns);
  }
});

test('codes that the code reads are there, and no other', () => {
  const codes = {
    actor_kinds:
      'place introducer sub_agent recruiter clinic trainer transporter lender destination_agency employer site brand',
    sexes: 'female male other',
    hired_by: 'direct agency',
    routes: 'bilateral visa irregular_then_regularised unknown',
    answers: 'yes no unknown',
    contracts: 'written spoken none unknown',
    held_documents: 'passport permit bank_card contract none',
    payers: 'worker employer recruiter agent state brand unknown',
    stages: 'pre_recruitment pre_departure transit post_arrival return',
    bases: 'documented estimate',
    repaid: 'none part whole unknown',
    holders: 'self employer agency other',
  };
  for (const [list, wanted] of Object.entries(codes)) expect(codesIn(site, list)?.join(' ')).toBe(wanted);
  for (const { lists } of organisations)
    for (const list of lists) expect(list.codes).toEqual(codesOf(list.name) ?? list.codes);
  expect(codesIn(worker, 'holders')?.join(' ')).toBe('self employer agency other');
  expect(codesIn(worker, 'w_sexes')?.join(' ')).toBe('female male other unsaid');
  expect(codes.actor_kinds.split(' ')).toEqual(
    expect.arrayContaining(codesIn(worker, 'actor_kinds') ?? ['no list']),
  );
});
/** A list of the site in full, so that the same list says the same to every organisation. */
const codesOf = (list: string) => site.lists.find(({ name }) => name === list)?.codes;

test('a worker is asked little, nothing must be answered, and no name', () => {
  const fixed = {
    w_origin: 'choice countries',
    w_destination: 'choice countries',
    w_recruiter_kind: 'choice actor_kinds',
    w_tiers: 'integer',
    w_paid_total: 'decimal',
    w_paid_currency: 'choice currencies',
    w_paid_for: 'choices fee_categories',
    w_wage_promised: 'decimal',
    w_wage_contract: 'decimal',
    w_wage_actual: 'decimal',
    w_wage_currency: 'choice currencies',
    w_hours_promised: 'integer',
    w_hours_contract: 'integer',
    w_hours_actual: 'integer',
    w_job_as_promised: 'yes_no',
    w_employer_as_promised: 'yes_no',
    w_contract_language_understood: 'yes_no',
    w_contract_copy: 'yes_no',
    w_documents_held_by: 'choice holders',
    w_can_leave: 'yes_no',
    w_debt: 'decimal',
    w_debt_months: 'integer',
    w_orientation: 'yes_no',
    w_channel_known: 'yes_no',
    w_retaliation: 'yes_no',
    w_sex: 'choice w_sexes',
  };
  const questions = questionsOf(worker);
  expect(worker.sections).toHaveLength(5);
  expect(questions.length).toBeLessThanOrEqual(30);
  expect(kindsIn(questions, fixed)).toEqual(fixed);
  expect(problemsOf(worker, {}, today)).toEqual([]);
  expect(questions.filter(({ type }) => type === 'text' || type === 'long_text' || type === 'lines')).toEqual(
    [],
  );
});

test('little must be answered by an organisation, and what cannot be is told', () => {
  const answers = { company_name: 'Delta Garments', country: 'MY', may_share_with_others: 'no' };
  for (const questionnaire of organisations) expect(problemsOf(questionnaire, answers, today)).toEqual([]);
  const wrong = {
    ...answers,
    payments: [
      { pay_category: 'COST_ADMIN', pay_payer: 'worker', pay_amount: 900, pay_corridor: 'Nepal to Qatar' },
    ],
    workers_all: 10,
    workers_migrant: 12,
  };
  expect(problemsOf(site, wrong, today).map(({ path }) => path)).toEqual([
    'workers_migrant',
    'payments[0].pay_currency',
    'payments[0].pay_corridor',
  ]);
});

test('who does not know is asked why, and who keeps no papers is not asked about them', () => {
  const asks = (question: string, answers: Answers) => isRelevant(site, question, answers, today);
  expect(asks('worker_pays_unknown_why', { worker_pays: 'unknown' })).toBe(true);
  expect(asks('worker_pays_unknown_why', { worker_pays: 'no' })).toBe(false);
  expect(asks('steps_unknown_why', { steps_known: 'some' })).toBe(true);
  expect(asks('steps_unknown_why', { steps_known: 'all' })).toBe(false);
  expect(asks('doc_holder', { doc_holds: ['passport'] })).toBe(true);
  expect(asks('doc_holder', { doc_holds: ['none'] })).toBe(false);
  expect(asks('doc_holder', {})).toBe(false);
});

test('the part of a sub-agent is short', () => {
  expect(questionsOf(subAgent).length).toBeLessThan(questionsOf(recruiter).length / 2);
});

/** Every wording in a piece of a questionnaire, with the place where it stands. */
function wordings(piece: unknown, place: string): { place: string; languages: string[] }[] {
  if (typeof piece !== 'object' || piece === null) return [];
  if ('en' in piece) return [{ place, languages: Object.keys(piece).sort() }];
  return Object.entries(piece).flatMap(([key, part]) => wordings(part, `${place}.${key}`));
}

const twelve = ['en', 'es', 'fr', 'ar', 'hi', 'bn', 'ne', 'id', 'vi', 'th', 'my', 'zh'];

test('each is written in twelve languages, and that of workers in five more of theirs', () => {
  for (const { languages } of organisations) expect(languages).toEqual(twelve);
  expect(worker.languages).toEqual([...twelve, 'ur', 'tl', 'km', 'am', 'sw']);
});

test.each(all)('$id says everything in each of its languages', ({ id, languages, ...rest }) => {
  const found = wordings(rest, id);
  expect(found.length).toBeGreaterThan(40);
  expect(found.filter((each) => each.languages.join() !== languages.toSorted().join())).toEqual([]);
});

test.each(all)('$id gives no two choices of a list the same words', ({ lists, languages }) => {
  for (const { name, codes } of lists)
    for (const language of languages)
      expect(new Set(codes.map(({ label }) => label[language])).size, `${name} ${language}`).toBe(
        codes.length,
      );
});

test.each(all)('$id goes out as XLSForm and comes back as it was', async (questionnaire) => {
  expect(await readXlsForm(await writeXlsForm(questionnaire))).toEqual({ ok: true, questionnaire });
});

test.each(twelve)('a sub-agent answers by workbook in %s', async (language) => {
  const answers: Answers = {
    company_name: 'Hari',
    country: 'NP',
    may_share_with_others: 'no',
    upstream: [
      { up_name: 'Besi', up_kind: 'place', up_contract: 'none', up_may_invite: 'yes', up_may_be_seen: 'no' },
    ],
    payments: [{ pay_category: 'COST_ADMIN', pay_payer: 'agent', pay_amount: 12.5, pay_currency: 'NPR' }],
  };
  const content = await writeWorkbook({ questionnaire: subAgent, answers, language });
  const read = await readWorkbook({ questionnaire: subAgent, content, today });
  expect(read).toMatchObject({ ok: true, value: { answers, problems: [] } });
});
