import { expect, test } from 'vitest';
import type { z } from 'zod';

import { parseForm } from '#app/platform/form.server.ts';

import { changeForm, checkForm, listForm, withdrawForm } from './forms.ts';

const typed = {
  ...{ name: ' Harbour Centre ', nameLocal: 'बन्दरगाह केन्द्र', country: 'QA', topics: 'shelter' },
  ...{ languages: 'Nepali, hi; english, ne', phones: '٤٤١٢ ٣٤٥٦\n+974 4412 3456', url: 'harbour.example/ne' },
  ...{ address: 'Street 12', hours: '', free: 'yes', source: 'List of centres, January 2026' },
};

function read<S extends z.ZodType>(schema: S, answers: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(answers)) form.append(name, value);
  const outcome = parseForm(form, schema);
  return outcome.ok ? outcome.value : outcome.reply.error;
}

test('what is typed is read as it is kept: numbers in E.164, languages as codes, each once', () => {
  expect(read(listForm, typed)).toEqual({
    ...{ name: 'Harbour Centre', nameLocal: 'बन्दरगाह केन्द्र', country: 'QA', topics: ['shelter'] },
    ...{ languages: ['ne', 'hi', 'en'], phones: ['+97444123456'], url: 'https://harbour.example/ne' },
    ...{ address: 'Street 12', hours: null, free: true, source: 'List of centres, January 2026' },
    demonstration: false,
  });
  expect(read(listForm, { ...typed, example: 'on', free: 'no' })).toMatchObject({
    demonstration: true,
    free: false,
  });
  expect(read(changeForm, { ...typed, revision: '3' })).toMatchObject({
    revision: 3,
    name: 'Harbour Centre',
  });
});

test.each([
  ['name', { name: '' }],
  ['country', { country: 'XX' }],
  ['topics', { topics: '' }],
  ['topics[0]', { topics: 'money' }],
  ['languages', { languages: 'Elvish' }],
  ['languages', { languages: '' }],
  ['phones', { phones: '12' }],
  ['phones', { phones: '', url: '', address: '' }],
  ['phones', { phones: '44123451\n44123452\n44123453\n44123454\n44123455\n44123456' }],
  ['url', { url: 'http://harbour.example' }],
  ['url', { url: 'javascript:alert(1)' }],
  ['url', { url: 'https://somebody@harbour.example' }],
  ['free', { free: '' }],
  ['source', { source: '' }],
  ['source', { source: 'http://harbour.example' }],
])('%s is asked for again: %j', (field, wrong) => {
  expect(Object.keys(read(listForm, { ...typed, ...wrong }) ?? {})).toEqual([field]);
});

test('a check names its source and what was seen; a withdrawal says why', () => {
  expect(read(checkForm, { source: 'A list of 2026', revision: '2' })).toEqual({
    source: 'A list of 2026',
    revision: 2,
  });
  expect(Object.keys(read(checkForm, { source: '', revision: '2' }) ?? {})).toEqual(['source']);
  expect(Object.keys(read(checkForm, { source: 'A list of 2026' }) ?? {})).toEqual(['revision']);
  expect(Object.keys(read(withdrawForm, { reason: 'gone' }) ?? {})).toEqual(['reason']);
});
