import { writeSheets } from '#app/platform/tables/write-sheet.server.ts';

import type { Report } from './model.ts';

/** A report as a workbook: a sheet a part, each line with the addresses of the answers it rests on, and the index of laws. */
export function reportWorkbook(report: Report, origin: string): Promise<Buffer> {
  const titles = new Map(report.parts.map(({ name, title }) => [name, title]));
  return writeSheets([
    ...report.parts.map(({ title, note, columns, lines }) => ({
      name: title,
      note,
      columns: [...columns, 'Rests on'],
      rows: lines.map(({ cells, answers }) => [
        ...cells,
        answers.map((share) => `${origin}/mapping/answers/${share}`).join(' '),
      ]),
    })),
    {
      name: 'Which law asks about what',
      note: 'An index of evidence. It claims no legal conclusion.',
      columns: ['Law', 'Asks about', 'Evidence in'],
      rows: report.index.flatMap(({ name, questions }) =>
        questions.map(({ asks, parts }) => [
          ...[name, asks],
          parts.map((each) => titles.get(each) ?? each).join('; '),
        ]),
      ),
    },
  ]);
}
