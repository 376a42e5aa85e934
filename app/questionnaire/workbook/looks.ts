import type { Style } from 'exceljs';

const thin = { style: 'thin', color: { argb: 'FFB8AE97' } } as const;
const box = { top: thin, left: thin, bottom: thin, right: thin };
const wrapped = { wrapText: true, vertical: 'top' } as const;
const pale = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF7E0' } } as const;

/** One object a look: the writer stores each once, however many cells have it. */
const input = (numFmt: string): Partial<Style> => ({
  numFmt,
  fill: pale,
  border: box,
  alignment: wrapped,
  protection: { locked: false },
});

export const looks = {
  title: { font: { bold: true, size: 16 } },
  lead: { alignment: wrapped, font: { italic: true } },
  head: { font: { bold: true }, border: { bottom: thin }, alignment: wrapped },
  question: { font: { bold: true }, alignment: wrapped },
  note: { alignment: wrapped, font: { color: { argb: 'FF5A5446' } } },
  link: { alignment: wrapped, font: { underline: true, color: { argb: 'FF1A4D8F' } } },
  text: input('@'),
  number: input('General'),
  day: input('yyyy-mm-dd'),
} satisfies Record<string, Partial<Style>>;
