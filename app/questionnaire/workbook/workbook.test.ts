import exceljs, { type Workbook } from 'exceljs';
import { describe, expect, test } from 'vitest';

import shipped from '#db/reference/questionnaires/application-1.json' with { type: 'json' };

import type { Answers, Question } from '../definition.ts';
import { questionnaireShape } from '../shape.ts';
import definition from './awkward.json' with { type: 'json' };
import { readCell } from './cells.ts';
import { choicesOf } from './choices.ts';
import { howToAnswer } from './conditions.ts';
import { planOf } from './layout.ts';
import { readWorkbook } from './read.server.ts';
import { reasons } from './wording.ts';
import { writeWorkbook } from './write.server.ts';

const application = questionnaireShape.parse(shipped);
const [language, today, about] = ['en', '2026-11-25', 'one'];

/** Every type of question, and everything that is awkward about lists. */
const awkward = questionnaireShape.parse(definition);

const opened = async (content: Buffer) => {
  const workbook = new exceljs.Workbook();
  const bytes = new ArrayBuffer(content.length);
  new Uint8Array(bytes).set(content);
  await workbook.xlsx.load(bytes);
  return workbook;
};
const saved = async (workbook: Workbook) => Buffer.from(await workbook.xlsx.writeBuffer());

async function read(content: Buffer, questionnaire = awkward) {
  const result = await readWorkbook({ questionnaire, content, today, about });
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}
const write = (answers: Answers, questionnaire = awkward) =>
  writeWorkbook({ questionnaire, answers, language, about, seen: { text: 3 } });

/** The workbook somebody filled: cells by the name of their question or row, as they find them on the screen. */
async function filled(fill: (workbook: Workbook) => void, answers: Answers = {}) {
  const workbook = await opened(await write(answers));
  fill(workbook);
  return read(await saved(workbook));
}
const rowOf = (workbook: Workbook, sheet: string, label: string) => {
  let found = 0;
  workbook.getWorksheet(sheet)?.eachRow((row, number) => {
    if (row.getCell(2).text === label) found = number;
  });
  return found;
};
const answer = (workbook: Workbook, label: string, value: exceljs.CellValue) => {
  const cell = workbook.getWorksheet('Lists 2')?.getCell(rowOf(workbook, 'Lists 2', label), 3);
  if (!cell) throw new Error(label);
  cell.value = value;
};

describe('a workbook', () => {
  test('keeps texts that look like numbers and formulas, and its revisions', async () => {
    const answers = { text: '0123', long: '=1+1\nnext', whole: 0, ticked: false };
    const back = await read(await write({ ...answers, long: '=1+1\r\nnext' }));
    expect(back).toMatchObject({ answers, problems: [], seen: { text: 3 } });
    expect(back.places['text']).toEqual({ sheet: 'Lists 2', cell: 'C4' });
  });

  test('is written in English where a language is missing, and read in both', async () => {
    const content = await writeWorkbook({
      questionnaire: awkward,
      answers: { one: 'b' },
      language: 'fr',
      about,
    });
    const workbook = await opened(content);
    expect(workbook.worksheets.map(({ name }) => name)).toContain('Lists 2');
    expect((await read(content)).answers).toEqual({ one: 'b' });
    answer(workbook, 'One', 'PAREIL');
    expect((await read(await saved(workbook))).answers).toEqual({ one: 'a' });
  });

  test('offers lists, locks all but answers, prepares thirty rows and runs nothing', async () => {
    const workbook = await opened(await write({ rows: [{ r_text: 'a' }] }));
    const [readMe, section] = [workbook.worksheets[0], workbook.getWorksheet('Lists 2')];
    expect(readMe?.name).toBe('Read me');
    expect(workbook.getWorksheet('fairroute')?.state).toBe('veryHidden');
    const one = section?.getCell(rowOf(workbook, 'Lists 2', 'One'), 3);
    expect(one?.dataValidation).toMatchObject({ type: 'list', formulae: ["'Lists'!$A$2:$A$5"] });
    expect(one?.protection).toMatchObject({ locked: false });
    expect(section?.getCell('B4').protection).toBeUndefined();
    expect(section?.getCell('C4').numFmt).toBe('@');
    const rows = workbook.getWorksheet('Rows');
    expect(rows?.getCell('F36').dataValidation).toMatchObject({ type: 'list' });
    expect(rows?.rowCount).toBe(5 + 31);
  });

  test('lists each cell that cannot be taken, and takes the rest', async () => {
    const { answers, problems } = await filled((workbook) => {
      answer(workbook, 'Text', 'kept');
      answer(workbook, 'Long', { formula: 'A1', result: 'x' });
      answer(workbook, 'Whole', 'many');
      answer(workbook, 'Part', '१२.५');
      answer(workbook, 'Day', '2026-02-30');
      answer(workbook, 'Yes', 'maybe');
      answer(workbook, 'One', 'nowhere');
      const rows = workbook.getWorksheet('Rows');
      Object.assign(rows?.getCell('B6') ?? {}, { value: 'first' });
      Object.assign(rows?.getCell('D6') ?? {}, { value: -1 });
      Object.assign(rows?.getCell('E7') ?? {}, { value: 'soon' });
      Object.assign(rows?.getCell('Z99') ?? {}, { value: 'beside everything' });
    });
    expect(answers).toEqual({ text: 'kept', part: 12.5, rows: [{ r_text: 'first' }] });
    expect(problems).toEqual([
      { sheet: 'Lists 2', cell: 'C5', reason: reasons.formula },
      { sheet: 'Lists 2', cell: 'C7', reason: reasons.whole },
      { sheet: 'Lists 2', cell: 'C9', reason: reasons.day },
      { sheet: 'Lists 2', cell: 'C10', reason: reasons.yes_no },
      { sheet: 'Lists 2', cell: 'C11', reason: reasons.unknownChoice('nowhere') },
      { sheet: 'Rows', cell: 'E7', reason: reasons.day },
      { sheet: 'Rows', cell: 'D6', reason: expect.stringContaining('Not below 0') },
    ]);
  });

  test('keeps in each row what stood where nothing, or nothing that fits, was written', async () => {
    const stood = {
      rows: [
        { r_text: 'a', r_whole: 1 },
        { r_text: 'b', r_whole: -5 },
      ],
      text: 'x',
    };
    const workbook = await opened(await write(stood));
    const rows = workbook.getWorksheet('Rows');
    const cells = { B6: null, C6: 'line', D6: -1, E7: 'soon', B8: 'new' };
    for (const [name, value] of Object.entries(cells)) Object.assign(rows?.getCell(name) ?? {}, { value });
    const seen: Record<string, number>[] = [];
    const result = await readWorkbook({
      questionnaire: awkward,
      content: await saved(workbook),
      today,
      before: (own) => Promise.resolve(seen.push(own) ? stood : {}),
    });
    expect(seen).toEqual([{ text: 3 }]);
    expect(result.ok && result.value.answers['rows']).toEqual([
      { r_text: 'a', r_lines: ['line'], r_whole: 1 },
      { r_text: 'b', r_whole: -5 },
      { r_text: 'new' },
    ]);
    expect(result.ok && result.value.problems.map(({ cell }) => cell)).toEqual(['E7', 'D6']);
  });

  test('believes of its hidden sheet only what can be', async () => {
    const workbook = await opened(await write({ text: 'a' }));
    const facts = workbook.getWorksheet('fairroute');
    Object.assign(facts?.getCell('B4') ?? {}, { value: '__proto__' });
    facts?.addRows([
      ['seen', 'nothing', 1],
      ['seen', 'long', 9_999_999_999],
      ['seen', 'whole', -1],
      ['seen', 'part', 'many'],
    ]);
    expect(await read(await saved(workbook))).toMatchObject({ answers: { text: 'a' }, seen: { text: 3 } });
  });

  test('finds its sheets under other names and in another order, and says which is gone', async () => {
    const { answers, problems } = await filled(
      (workbook) => {
        const section = workbook.getWorksheet('Lists 2');
        if (section) section.name = 'Mine';
        section?.spliceRows(4, 0, ['note'], [null, 'in between']);
        workbook.removeWorksheet('Rows');
      },
      { text: 'a', rows: [{ r_text: 'b' }] },
    );
    expect(answers).toEqual({ text: 'a' });
    expect(problems).toEqual([{ sheet: 'Rows', cell: '', reason: reasons.sheetGone }]);
  });

  test('says which row is gone and which stands twice', async () => {
    const { answers, problems } = await filled((workbook) => {
      answer(workbook, 'Text', 'a');
      answer(workbook, 'Long', 'b');
      const section = workbook.getWorksheet('Lists 2');
      if (section) section.getCell('A5').value = 'question text';
    });
    expect(answers).toEqual({ text: 'a' });
    expect(problems).toEqual([
      { sheet: 'Lists 2', cell: 'C5', reason: reasons.twice },
      { sheet: 'Lists 2', cell: '', reason: reasons.questionGone('Long') },
    ]);
  });

  test('of another kind, version or application is refused', async () => {
    const strange = new exceljs.Workbook();
    strange.addWorksheet('One').addRow(['a']);
    const refusals = await Promise.all(
      [
        { content: await saved(strange) },
        { content: Buffer.from('text,a') },
        { content: await write({}), questionnaire: application },
        { content: await write({}), about: 'two' },
        { content: Buffer.from('%PDF-1.7') },
      ].map((own) => readWorkbook({ questionnaire: awkward, today, about, ...own })),
    );
    expect(refusals.map((result) => !result.ok && result.refusal)).toEqual([
      'workbook_unknown',
      'workbook_unknown',
      'workbook_other_version',
      'workbook_of_another',
      'table_kind_refused',
    ]);
  });
});

test('numbers and days come in any digits', () => {
  const said = (type: Question['type'], cell: string | number) =>
    readCell({ name: 'a', type, label: { en: 'A' } }, cell, { questionnaire: awkward, language });
  expect(said('integer', '१,२३४')).toEqual({ value: 1234 });
  expect(said('integer', '١٢')).toEqual({ value: 12 });
  expect(said('integer', 1.5)).toEqual({ reason: reasons.whole });
  expect(said('decimal', '1,5')).toEqual({ reason: reasons.number });
  expect(said('decimal', -0)).toEqual({ value: 0 });
  expect(said('day', '၂၀၂၆-၁၁-၃၀')).toEqual({ value: '2026-11-30' });
  expect(said('day', 46000)).toEqual({ reason: reasons.day });
  expect(said('text', 7)).toEqual({ value: '7' });
});

test('choices are found by label and code; shared labels carry their code', () => {
  const { texts: shown, codeOf, textOf } = choicesOf(awkward, 'twins', 'en');
  expect(shown).toEqual(['Same (a)', 'same (b)', 'One, two (c)', 'a (d)']);
  expect(shown.map(codeOf)).toEqual(['a', 'b', 'c', 'd']);
  expect([codeOf('A'), codeOf('D'), codeOf('nothing'), textOf('gone')]).toEqual([
    'a',
    'd',
    undefined,
    'gone',
  ]);
});

test('conditions stand beside their questions in words', () => {
  const setting = { questionnaire: application, language };
  const how = (name: string) => {
    const questions = application.sections.flatMap((section) => section.questions);
    const question = questions.find((each) => each.name === name);
    return question && howToAnswer(question, setting);
  };
  expect(how('sanctions')).toBe(
    'Any length; Alt and Enter begin a new line. Only if “Was a licence of yours ever suspended, revoked, fined or refused?” is “Yes”; then required.',
  );
  expect(how('capacity_by')).toMatch(/^Only if “Highest level .*” is not “None yet” and .* is answered[.]$/);
  expect(how('legal_name')).toBe('As on your licence, in Latin letters. Required.');
  expect(how('trading_names')).toMatch(/one a line[.] .* Optional[.]$/);
  expect(planOf(awkward, 'en').map(({ name }) => name)).toEqual([
    'Lists 2',
    'A very long title with sign',
    'Rows',
  ]);
});
