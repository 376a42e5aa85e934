import exceljs, { type Worksheet } from 'exceljs';

import type { Questionnaire } from '../definition.ts';
import { inLanguage } from '../words.ts';
import { choicesOf } from './choices.ts';
import { factsSheet, format, planOf, type Ranges, type ToWrite } from './layout.ts';
import { looks } from './looks.ts';
import { writeRows, writeSection } from './sheets.server.ts';
import { sheetWords, steps } from './wording.ts';
import { inCell } from './fill.ts';

/**
 * A questionnaire with its answers as an Excel workbook to fill in anywhere: a sheet a section, a sheet for each table,
 * the lists, drop-downs where there is something to choose. Everything but answer cells is locked, without a password.
 * Nothing in it computes, links or runs.
 */
export async function writeWorkbook(toWrite: ToWrite): Promise<Buffer> {
  const { questionnaire, language } = toWrite;
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Fairroute';
  writeReadMe(workbook.addWorksheet(sheetWords.readMe), questionnaire, language);
  const plan = planOf(questionnaire, language);
  const sheets = plan.map((own) => ({ own, sheet: workbook.addWorksheet(own.name) }));
  const ranges = writeLists(workbook.addWorksheet(sheetWords.lists), questionnaire, language);
  for (const { own, sheet } of sheets) {
    const setting = { ...toWrite, plan, ranges };
    if (own.rows) writeRows(sheet, own.rows, setting);
    else writeSection(sheet, own.section, setting);
  }
  writeFacts(workbook.addWorksheet(factsSheet, { state: 'veryHidden' }), toWrite);
  const mayDo = { formatColumns: true, formatRows: true, selectLockedCells: true, selectUnlockedCells: true };
  await Promise.all(workbook.worksheets.map((sheet) => sheet.protect('', mayDo)));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeReadMe(sheet: Worksheet, { title, id, languages }: Questionnaire, language: string) {
  sheet.getColumn(1).width = 100;
  sheet.addRow([inCell(inLanguage(title, language))]).getCell(1).style = looks.title;
  for (const [place, step] of steps.entries())
    sheet.addRow([`${place + 1}. ${step}`]).getCell(1).style = { alignment: { wrapText: true } };
  const words = languages.includes(language) ? language : 'en';
  sheet.addRow([`Questions: ${id}, in ${words}`]).getCell(1).style = looks.note;
}

/** Lists in use, label and code side by side. */
function writeLists(sheet: Worksheet, questionnaire: Questionnaire, language: string): Ranges {
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  const all = questions.flatMap((question) => [question, ...(question.columns ?? [])]);
  const names = [...new Set(all.flatMap(({ list }) => (list === undefined ? [] : [list])))];
  const ranges = new Map<string, string>();
  for (const [place, name] of names.entries()) {
    const { texts } = choicesOf(questionnaire, name, language);
    const own = sheet.getColumn(place + 1);
    own.width = 34;
    own.values = [name.replaceAll('_', ' '), ...texts.map(inCell)];
    sheet.getCell(1, place + 1).style = looks.head;
    if (texts.length > 0)
      ranges.set(name, `'${sheetWords.lists}'!$${own.letter}$2:$${own.letter}$${texts.length + 1}`);
  }
  return ranges;
}

function writeFacts(sheet: Worksheet, { questionnaire, language, seen = {}, about = '' }: ToWrite) {
  sheet.addRows([
    [format],
    ['questionnaire', questionnaire.id],
    ['about', about],
    ['language', language],
    ...Object.entries(seen).map(([question, revision]) => ['seen', question, revision]),
  ]);
}
