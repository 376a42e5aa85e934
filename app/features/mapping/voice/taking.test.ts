import { describe, expect, test } from 'vitest';

import { questionnaireShape } from '#app/questionnaire/shape.ts';
import worker from '#db/reference/questionnaires/mapping-worker-1.json' with { type: 'json' };

import { codeTyped, posterForm, sentForm } from './forms.ts';
import { codeInFours } from './model.ts';
import { pageAfter, pagesOf, questionsOn, readTyped, typedIn } from './taking.ts';

const questionnaire = questionnaireShape.parse(worker);
const reader = { today: '2026-03-01', language: 'en' };

const formOf = (entries: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

describe('what goes along from page to page', () => {
  test('is what is asked, and nothing else', () => {
    const form = formOf([
      ['w_origin', 'NP'],
      ['w_paid_for', 'COST_MEDICAL'],
      ['w_paid_for', 'COST_VISA'],
      ['w_wage_actual', ''],
      ['name', 'Mina Rai'],
      ['w_sex', 'x'.repeat(500)],
    ]);
    expect(typedIn(questionnaire, form)).toEqual({
      w_origin: ['NP'],
      w_paid_for: ['COST_MEDICAL', 'COST_VISA'],
      w_sex: ['x'.repeat(60)],
    });
  });

  test('numbers are read in any digits, choices must be there', () => {
    const typed = { w_wage_actual: ['१२००'], w_can_leave: ['no'], w_tiers: ['many'], w_sex: ['cat'] };
    const { answers, problems } = readTyped(questionnaire, typed, reader);
    expect(answers).toMatchObject({ w_wage_actual: 1200, w_can_leave: 'no' });
    expect(Object.keys(problems).sort()).toEqual(['w_sex', 'w_tiers']);
  });

  test('what the questionnaire forbids is said', () => {
    expect(readTyped(questionnaire, { w_wage_actual: ['-5'] }, reader).problems).toHaveProperty(
      'w_wage_actual',
    );
  });
});

describe('the page somebody comes to', () => {
  const last = pagesOf(questionnaire).length - 1;

  test.each([
    ['on to the next', { page: 0, go: 'next' }, {}, 1],
    ['not beyond the last', { page: last, go: 'next' }, {}, last],
    ['back, whatever stands here', { page: 1, go: 'back' }, { w_paid_total: 'wrong' }, 0],
    ['not back beyond the first', { page: 0, go: 'back' }, {}, 0],
    ['stays where something is wrong', { page: 1, go: 'next' }, { w_paid_total: 'wrong' }, 1],
    ['sent', { page: last, go: 'send' }, {}, 'done'],
    ['sent with something wrong before', { page: last, go: 'send' }, { w_tiers: 'wrong' }, 0],
  ] as const)('%s', (_, asked, problems, page) => {
    expect(pageAfter(questionnaire, asked, problems)).toBe(page);
  });

  test('asks what it asks', () => {
    const at = (page: number) => questionsOn(questionnaire, page, { answers: {}, today: reader.today });
    expect(at(0).map(({ name }) => name)).toContain('w_origin');
    expect(at(99)).toEqual([]);
  });
});

describe('a poster', () => {
  test('speaks one to four languages we have', () => {
    const languages = (sent: unknown) => posterForm.safeParse({ languages: sent });
    expect(languages('ne').data).toEqual({ languages: ['ne'] });
    expect(languages(['ne', 'hi', 'bn', 'ur']).success).toBe(true);
    expect(languages(['ne', 'hi', 'bn', 'ur', 'en']).success).toBe(false);
    expect(languages(undefined).success).toBe(false);
    expect(languages('xx').success).toBe(false);
  });

  test('has a number that is typed as it is read', () => {
    expect(codeInFours('123456789012')).toBe('1234 5678 9012');
    expect(codeTyped(' 1234-5678 9012 ')).toBe('123456789012');
    expect(codeTyped('१२३४५६७८९०१२')).toBe('123456789012');
    expect(codeTyped('1234')).toBeUndefined();
  });

  test('is answered with a form of ours', () => {
    const sent = { id: crypto.randomUUID(), version: 'mapping_worker-1', page: '0', go: 'next' };
    expect(sentForm.safeParse(sent).success).toBe(true);
    expect(sentForm.safeParse({ ...sent, version: 'application-1' }).success).toBe(false);
    expect(sentForm.safeParse({ ...sent, go: 'home' }).success).toBe(false);
  });
});
