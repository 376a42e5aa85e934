import { expect, test } from 'vitest';

import { parseForm } from '#app/platform/form.server.ts';

import { listForm, questionForm, sectionForm, stepForm, titleForm } from './forms.ts';

const sent = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};
const languages = ['en', 'ne'];
const question = { name: 'wage', type: 'decimal', 'label.en': 'Wage', must: 'no', place: '2', revision: '3' };

test('a question is read in each language, and what is empty is not in it', () => {
  const read = parseForm(
    sent({
      ...question,
      'label.ne': 'ज्याला',
      'label.fr': 'Salaire',
      'hint.en': '',
      most: '100',
      must: 'yes',
    }),
    questionForm(languages),
  );
  expect(read.ok && read.value).toEqual({
    question: {
      ...{ name: 'wage', type: 'decimal', label: { en: 'Wage', ne: 'ज्याला' } },
      ...{ required: true, most: 100, place: 2 },
    },
    revision: 3,
  });
});

test('conditions go into the draft as they are typed: its faults say what is wrong with them', () => {
  const typed = {
    ...question,
    must: 'if',
    mustIf: 'and',
    relevant: '${a',
    constraint: '. > 0',
    'message.en': 'No',
  };
  const read = parseForm(sent(typed), questionForm(languages));
  expect(read.ok && read.value.question).toMatchObject({
    ...{ required: 'and', relevant: '${a', constraint: { that: '. > 0', message: { en: 'No' } } },
  });
});

test.each<[Record<string, string>, string]>([
  [{ name: 'Wage' }, 'name'],
  [{ 'label.en': '' }, 'label.en'],
  [{ 'hint.ne': 'केही' }, 'hint.en'],
  [{ type: 'colour' }, 'type'],
  [{ must: 'if' }, 'mustIf'],
  [{ constraint: '. > 0' }, 'constraint'],
  [{ 'message.en': 'No' }, 'constraint'],
  [{ most: '-1' }, 'most'],
  [{ place: '0' }, 'place'],
  [{ revision: '' }, 'revision'],
])('a question with %j is told at %s', (wrong, field) => {
  const read = parseForm(sent({ ...question, ...wrong }), questionForm(languages));
  expect(Object.keys(read.reply.error ?? {})).toContain(field);
});

test('a section and a title need English', () => {
  const section = { name: 'pay', 'title.en': 'Pay', place: '1', revision: '1' };
  expect(parseForm(sent(section), sectionForm(languages))).toMatchObject({ value: { title: { en: 'Pay' } } });
  const untitled = parseForm(sent({ ...section, 'title.en': '' }), sectionForm(languages));
  expect(Object.keys(untitled.reply.error ?? {})).toEqual(['title.en']);
  const title = { 'title.en': 'Wages', languages: 'en, ne bn', revision: '1' };
  expect(parseForm(sent(title), titleForm(languages))).toMatchObject({
    value: { languages: ['en', 'ne', 'bn'] },
  });
  expect(parseForm(sent({ ...title, languages: 'tlh' }), titleForm(languages)).ok).toBe(false);
});

test('a list leaves out its empty rows, and tells of codes that are missing or there twice', () => {
  const codes = { 'codes[0].code': 'farm', 'codes[0].label.en': 'Farm', 'codes[1].code': '' };
  const read = parseForm(sent({ name: 'jobs', revision: '1', ...codes }), listForm(languages));
  expect(read).toMatchObject({
    value: { list: { name: 'jobs', codes: [{ code: 'farm', label: { en: 'Farm' } }] } },
  });
  const twice = {
    ...codes,
    'codes[1].code': 'farm',
    'codes[1].label.en': 'Again',
    'codes[2].label.en': 'No code',
  };
  const wrong = parseForm(sent({ name: 'jobs', revision: '1', ...twice }), listForm(languages));
  expect(Object.keys(wrong.reply.error ?? {})).toEqual(['codes[1].code', 'codes[2].code']);
});

test('a step names the draft as it was seen', () => {
  expect(parseForm(sent({ revision: '4' }), stepForm)).toMatchObject({ value: { revision: 4 } });
  expect(parseForm(sent({}), stepForm).ok).toBe(false);
});
