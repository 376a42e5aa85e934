import type { Answer, Question, Row } from '../definition.ts';
import { isDay } from '../fitting.ts';
import { labelled, nounOf, say } from '../words/said.ts';
import type { Saying } from '../words/sayings.ts';

export type ReadAnswer = { ok: true; answer: Answer } | { ok: false; message: string };

const read = (answer: Answer): ReadAnswer => ({ ok: true, answer });

/** Zeros of the scripts people write numbers in; their nine other digits follow each. */
const zeros = '٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰０'.split('').map((zero) => zero.charCodeAt(0));

/** "०१२", "١٢٣" and "၁၂၃" as "012", "123" and "123". */
export const inLatinDigits = (text: string) =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((each) => code >= each && code < each + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** "1,200" and "1,20,000" by their commas; nothing where it is no number. */
export function numberIn(text: string): number | undefined {
  const plain = inLatinDigits(text)
    .replace(/[\s\u00a0\u202f'’٬]/g, '')
    .replace('٫', '.')
    .replace(/^[−–]/, '-');
  const digits = /^-?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return /^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(digits) && digits.length < 20 ? Number(digits) : undefined;
}

const tidy = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
const textsOf = (sent: unknown): string[] =>
  (Array.isArray(sent) ? sent : [sent]).filter((each): each is string => typeof each === 'string').map(tidy);

/** What a form or a cell says, as the answer it is; an empty one is no answer. */
export function readAnswer(question: Question, sent: unknown, language = 'en'): ReadAnswer {
  const texts = textsOf(sent).filter((text) => text !== '');
  const text = texts.at(-1);
  if (text === undefined) return read(null);
  const unread = (saying: Saying): ReadAnswer => ({
    ok: false,
    message: say(language, saying, {
      label: labelled(question, language),
      example: question.type === 'integer' ? '12' : '12.5',
    }),
  });
  switch (question.type) {
    case 'text':
      return read(text.replace(/\s*\n\s*/g, ' '));
    case 'long_text':
    case 'choice':
      return read(text);
    case 'lines':
      return read(linesIn(texts));
    case 'choices':
      return read([...new Set(texts)]);
    case 'integer':
    case 'decimal':
      return readNumber(question, text, unread);
    case 'day': {
      const day = inLatinDigits(text).replaceAll('/', '-');
      return isDay(day) ? read(day) : unread('real_day');
    }
    case 'yes_no':
      return text === 'yes' || text === 'no' ? read(text) : unread('yes_or_no');
    case 'tick':
      return read(text === 'on' ? true : null);
    case 'rows':
      return unread('rows');
  }
}

const linesIn = (texts: string[]) =>
  texts
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter(Boolean);

function readNumber({ type }: Question, text: string, unread: (saying: Saying) => ReadAnswer): ReadAnswer {
  const number = numberIn(text);
  if (number === undefined) return unread('in_digits');
  return type === 'integer' && !Number.isInteger(number) ? unread('whole_such_as') : read(number);
}

export type ReadRows = { rows: Row[]; unread: { path: string; message: string }[] };

/** Rows as they were sent, without those in which nothing stands; a cell that cannot be read is told by its path. */
export function readRows(question: Question, sent: readonly unknown[], language = 'en'): ReadRows {
  const columns = question.columns ?? [];
  const noun = nounOf(question, language);
  const problems: ReadRows['unread'] = [];
  const rows = sent.map((row, place): Row => {
    const cells = columns.flatMap((column): [string, Row[string]][] => {
      const cell = readAnswer(column, cellOf(row, column.name), language);
      if (cell.ok) return cell.answer !== null && isCell(cell.answer) ? [[column.name, cell.answer]] : [];
      problems.push({
        path: `${question.name}[${place}].${column.name}`,
        message: say(language, 'in_row', { message: cell.message, noun, place: place + 1 }),
      });
      return [[column.name, null]];
    });
    return Object.fromEntries(cells);
  });
  return { rows, unread: problems };
}

const isCell = (answer: Answer): answer is Row[string] =>
  !Array.isArray(answer) || answer.every((each) => typeof each === 'string');

const cellOf = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null && Object.hasOwn(row, name)
    ? Object.entries(row).find(([key]) => key === name)?.[1]
    : undefined;

/** Whether anything stands in a row that was sent. */
export const saysSomething = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && Object.values(row).some((cell) => textsOf(cell).some(Boolean));
