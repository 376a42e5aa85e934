import { readXml } from './xml.server.ts';

/** Numbers that stand for days and times, among the formats every workbook knows without saying so. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Quoted words, escaped letters, colours and conditions say nothing about what the number is. */
const isDateFormat = (code: string) =>
  /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?![hms]+\])[^\]]*\]/gi, ''));

/** For each style of a cell, whether its numbers are dates. */
export async function readDateStyles(content: AsyncIterable<Buffer> | undefined) {
  const formats = new Map<number, string>();
  const dates: boolean[] = [];
  let inCells = false;
  if (!content) return dates;
  await readXml(content, {
    open(name, attributes) {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') formats.set(id, attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) dates.push(isBuiltInDate(id) || isDateFormat(formats.get(id) ?? ''));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}
