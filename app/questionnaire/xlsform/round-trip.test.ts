import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { parseExpression } from '#app/expression/parse.ts';

import { example } from '../example.ts';
import { questionnaireShape } from '../shape.ts';
import awkward from '../workbook/awkward.json' with { type: 'json' };
import { readXlsForm } from './read.server.ts';
import { headFor } from './layout.ts';
import { sheetsOf } from './sheets.ts';
import { writeXlsForm } from './write.server.ts';

const folder = 'db/reference/questionnaires';
const read = (file: string): unknown => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
const shipped = readdirSync(folder).map(read);
const all = [example, awkward, ...shipped].map((each) => questionnaireShape.parse(each));

test('every questionnaire that ships is here', () => {
  expect(shipped.length).toBeGreaterThanOrEqual(6);
});

test.each(all)('$id comes back from its XLSForm as it was', async (questionnaire) => {
  expect(await readXlsForm(await writeXlsForm(questionnaire))).toEqual({ ok: true, questionnaire });
});

test.each(all)('$id is an XLSForm other tools can follow', (questionnaire) => {
  const { survey, choices, settings } = sheetsOf(questionnaire);
  const open: string[] = [];
  const lists = new Set(choices.lines.map((line) => line['list_name']));
  const names: unknown[] = [];
  for (const { type, name, relevant, constraint } of survey.lines) {
    const [word = '', list] = String(type).split(' ');
    if (word.startsWith('begin_')) open.push(word.slice(6));
    if (word.startsWith('end_')) expect(open.pop()).toBe(word.slice(4));
    if (word.startsWith('select_')) expect(lists).toContain(list);
    if (name !== undefined) names.push(name);
    for (const text of [relevant, constraint])
      if (typeof text === 'string') expect(parseExpression(text).ok).toBe(true);
  }
  expect(open).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(survey.columns).toContain('label::English (en)');
  expect(settings.lines[0]).toMatchObject({ form_id: questionnaire.name, default_language: 'English (en)' });
});

test('a section called as one of its questions keeps its name beside the one XLSForm needs', async () => {
  const [section] = example.sections;
  if (!section) throw new Error('The example has sections');
  const twin = { ...example, sections: [{ ...section, name: 'agents', lead: { en: 'Who helps you' } }] };
  const sheets = sheetsOf(twin);
  expect(sheets.survey.lines[0]).toMatchObject({ name: 'section_agents', fairroute_name: 'agents' });
  expect(await readXlsForm(await writeXlsForm(twin))).toEqual({ ok: true, questionnaire: twin });
});

test('heads name the language in English with its code', () => {
  expect(headFor('label', 'ne')).toBe('label::Nepali (ne)');
  expect(headFor('hint', 'my')).toBe('hint::Burmese (my)');
});
