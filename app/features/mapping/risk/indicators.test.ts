import { describe, expect, test } from 'vitest';

import type { Answers } from '#app/questionnaire/definition.ts';

import { anEdge, aPayment, cleanChain } from './chain.test-data.ts';
import { indicatorsOf } from './indicators.ts';
import { heardOf, type Told } from './told.ts';

const empty = { nodes: [], edges: [] };
const worker = (answers: Answers): Told => ({ responseId: 'w1', role: 'worker', answers });
const ofWorker = (answers: Answers) =>
  indicatorsOf(empty, [worker(answers)]).map(({ indicator, strength, source }) => [
    ...[indicator, strength, source.path],
  ]);
const ofEdge = (part: Parameters<typeof anEdge>[2]) =>
  indicatorsOf({ nodes: [], edges: [anEdge('a', 'b', part)] }, []).map(({ indicator, strength, source }) => [
    ...[indicator, strength, source.path],
  ]);

describe('a chain points to', () => {
  test('nothing where nobody holds papers and no worker pays', () => {
    expect(indicatorsOf(cleanChain, [])).toEqual([]);
    expect(ofEdge({ held: ['contract', 'none'] })).toEqual([]);
  });

  test('held documents, with each answer that says so', () => {
    const sources = ['steps[0].step_holds', 'steps[4].step_holds'].map((path) => ({
      responseId: 'r1',
      path,
    }));
    expect(ofEdge({ held: ['passport', 'bank_card'], sources })).toEqual([
      ['retention_of_identity_documents', 'strong', 'steps[0].step_holds'],
      ['retention_of_identity_documents', 'strong', 'steps[4].step_holds'],
      ['retention_of_identity_documents', 'medium', 'steps[0].step_holds'],
      ['retention_of_identity_documents', 'medium', 'steps[4].step_holds'],
    ]);
  });

  test('fees that workers paid, strongly where a paper proves them', () => {
    const at = 'payments[0].pay_amount';
    expect(ofEdge({ payments: [aPayment()] })).toEqual([['recruitment_fees', 'medium', at]]);
    expect(ofEdge({ payments: [aPayment({ receipt: 'yes' })] })).toEqual([
      ['recruitment_fees', 'strong', at],
    ]);
    expect(ofEdge({ payments: [aPayment({ basis: 'documented' })] })).toEqual([
      ['recruitment_fees', 'strong', at],
    ]);
    expect(ofEdge({ payments: [aPayment({ category: 'ILLICIT_BOND', amount: null })] })).toEqual([
      ['recruitment_fees', 'medium', at],
      ['debt_bondage', 'medium', at],
    ]);
    const none = [aPayment({ payer: 'employer', receipt: 'yes' }), aPayment({ amount: 0, receipt: 'yes' })];
    expect(ofEdge({ payments: none })).toEqual([]);
  });
});

test('what a party says of a loan or of deductions is kept with its row', () => {
  const payments = [
    { pay_payer: 'employer', pay_loan: true },
    { pay_payer: 'worker', pay_loan: true, pay_deducted: 'yes' },
  ];
  expect(indicatorsOf(empty, [{ responseId: 'r2', role: 'recruiter', answers: { payments } }])).toEqual([
    {
      ...{ indicator: 'debt_bondage', strength: 'medium', by: 'party' },
      source: { responseId: 'r2', path: 'payments[1].pay_loan' },
    },
    {
      ...{ indicator: 'withholding_of_wages', strength: 'medium', by: 'party' },
      source: { responseId: 'r2', path: 'payments[1].pay_deducted' },
    },
  ]);
});

describe('a party’s own answers point to', () => {
  const ofSite = (answers: Answers) =>
    indicatorsOf(empty, [{ responseId: 's1', role: 'site', answers }]).map((hit) => [
      ...[hit.indicator, hit.strength, hit.source.path],
    ]);

  test.each<{ answers: Answers; found: string[] }>([
    { answers: { worker_pays: 'yes' }, found: ['recruitment_fees', 'medium', 'worker_pays'] },
    { answers: { move_locked: true }, found: ['restriction_of_movement', 'strong', 'move_locked'] },
    { answers: { move_bond: true }, found: ['debt_bondage', 'medium', 'move_bond'] },
    { answers: { debt_pressure: 'yes' }, found: ['debt_bondage', 'strong', 'debt_pressure'] },
    { answers: { terms_copy: 'no' }, found: ['deception', 'weak', 'terms_copy'] },
    { answers: { care_cases: 2 }, found: ['physical_and_sexual_violence', 'medium', 'care_cases'] },
    {
      answers: { doc_holds: ['contract', 'bank_card', 'passport'], doc_holder: 'employer' },
      found: ['retention_of_identity_documents', 'strong', 'doc_holds'],
    },
    {
      answers: { doc_holds: ['passport'], doc_holder: 'agency', doc_consent: 'yes' },
      found: ['retention_of_identity_documents', 'medium', 'doc_holds'],
    },
    {
      answers: { terms_wage_contract: 300, terms_wage_actual: 200 },
      found: ['withholding_of_wages', 'strong', 'terms_wage_actual'],
    },
    {
      answers: { terms_wage_promised: 300, terms_wage_actual: 290 },
      found: ['deception', 'medium', 'terms_wage_actual'],
    },
    { answers: { terms_hours_actual: 80 }, found: ['excessive_overtime', 'strong', 'terms_hours_actual'] },
    {
      answers: { workforce: [{ wf_age: '18_24' }, { wf_age: 'under_18', wf_count: 3 }] },
      found: ['child_recruitment', 'strong', 'workforce[1].wf_age'],
    },
  ])('$found.0 where they say $answers', ({ answers, found }) => {
    expect(ofSite(answers)).toEqual([found]);
  });

  test('nothing where nothing is wrong, or nothing is known', () => {
    const papers = { doc_holds: ['passport'], doc_holder: 'self' };
    const unknown = { worker_pays: 'unknown', debt_any: 'unknown', terms_copy: 'unknown', care_cases: 0 };
    const young = { workforce: [{ wf_age: 'under_18', wf_count: 0 }] };
    expect(ofSite({ ...papers, ...unknown, ...young, move_locked: false })).toEqual([]);
    expect(ofSite({ doc_holds: ['none'] })).toEqual([]);
  });
});

describe('a worker’s answers point to', () => {
  test('nothing where nothing was answered, or all is well', () => {
    expect(ofWorker({})).toEqual([]);
    const well = { w_paid_total: 0, w_documents_held_by: 'self', w_can_leave: true, w_debt: 0 };
    expect(ofWorker({ ...well, w_wage_promised: 300, w_wage_actual: 300, w_hours_actual: 48 })).toEqual([]);
  });

  test.each<{ answers: Answers; found: string[] }>([
    { answers: { w_paid_total: 50 }, found: ['recruitment_fees', 'medium', 'w_paid_total'] },
    {
      answers: { w_paid_total: 300, w_paid_currency: 'QAR', w_wage_actual: 300, w_wage_currency: 'QAR' },
      found: ['recruitment_fees', 'strong', 'w_paid_total'],
    },
    {
      answers: { w_paid_total: 300, w_paid_currency: 'NPR', w_wage_actual: 300, w_wage_currency: 'QAR' },
      found: ['recruitment_fees', 'medium', 'w_paid_total'],
    },
    {
      answers: { w_documents_held_by: 'employer' },
      found: ['retention_of_identity_documents', 'strong', 'w_documents_held_by'],
    },
    {
      answers: { w_documents_held_by: 'other' },
      found: ['retention_of_identity_documents', 'medium', 'w_documents_held_by'],
    },
    { answers: { w_can_leave: false }, found: ['restriction_of_movement', 'strong', 'w_can_leave'] },
    { answers: { w_can_leave: 'no' }, found: ['restriction_of_movement', 'strong', 'w_can_leave'] },
    { answers: { w_debt: 900 }, found: ['debt_bondage', 'medium', 'w_debt'] },
    { answers: { w_debt: 900, w_debt_months: 2 }, found: ['debt_bondage', 'weak', 'w_debt_months'] },
    { answers: { w_debt: 900, w_debt_months: 3 }, found: ['debt_bondage', 'medium', 'w_debt_months'] },
    { answers: { w_debt: 900, w_debt_months: 12 }, found: ['debt_bondage', 'strong', 'w_debt_months'] },
    {
      answers: { w_wage_promised: 300, w_wage_actual: 240 },
      found: ['deception', 'medium', 'w_wage_actual'],
    },
    {
      answers: { w_wage_promised: 300, w_wage_actual: 239 },
      found: ['deception', 'strong', 'w_wage_actual'],
    },
    {
      answers: { w_wage_contract: 300, w_wage_actual: 299 },
      found: ['withholding_of_wages', 'medium', 'w_wage_actual'],
    },
    { answers: { w_job_as_promised: false }, found: ['deception', 'medium', 'w_job_as_promised'] },
    { answers: { w_employer_as_promised: false }, found: ['deception', 'medium', 'w_employer_as_promised'] },
    {
      answers: { w_contract_language_understood: false },
      found: ['deception', 'weak', 'w_contract_language_understood'],
    },
    { answers: { w_contract_copy: false }, found: ['deception', 'weak', 'w_contract_copy'] },
    { answers: { w_hours_actual: 73 }, found: ['excessive_overtime', 'strong', 'w_hours_actual'] },
    { answers: { w_hours_actual: 61 }, found: ['excessive_overtime', 'medium', 'w_hours_actual'] },
    {
      answers: { w_hours_actual: 50, w_hours_contract: 48 },
      found: ['excessive_overtime', 'weak', 'w_hours_actual'],
    },
    { answers: { w_retaliation: true }, found: ['intimidation_and_threats', 'medium', 'w_retaliation'] },
    { answers: { w_channel_known: false }, found: ['isolation', 'weak', 'w_channel_known'] },
    { answers: { w_orientation: false }, found: ['abuse_of_vulnerability', 'weak', 'w_orientation'] },
  ])('$found.0 where they say $answers', ({ answers, found }) => {
    expect(ofWorker(answers)).toEqual([found]);
  });

  test('somebody who said it: a worker, and in which response', () => {
    expect(indicatorsOf(empty, [worker({ w_can_leave: false })])).toEqual([
      {
        ...{ indicator: 'restriction_of_movement', strength: 'strong', by: 'worker' },
        source: { responseId: 'w1', path: 'w_can_leave' },
      },
    ]);
  });
});

test('workers are heard from five on, parties always', () => {
  const party: Told = { responseId: 'r1', role: 'site', answers: {} };
  const four = Array.from({ length: 4 }, () => worker({}));
  expect(heardOf([party, ...four], 5)).toEqual([party]);
  expect(heardOf([party, ...four, worker({})], 5)).toHaveLength(6);
});
