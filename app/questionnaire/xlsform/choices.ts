import type { CodeList, Questionnaire, Words } from '../definition.ts';
import { hasCode, isHouseList } from '../lists.ts';
import { wordsIn, type FormLine, type FormSheet, type Note } from './heads.ts';
import { notTaken } from './layout.ts';

/** The lists of an XLSForm by name. Those of the house are known here, and only checked. */
export function listsIn({ name: sheet, lines }: FormSheet, note: Note): CodeList[] {
  const lists = new Map<string, CodeList>();
  for (const line of lines) {
    const choice = choiceIn(line, { sheet, note });
    if (!choice) continue;
    const { list, code, label } = choice;
    if (isHouseList(list)) {
      if (!hasCode(nothing, list, code))
        note({ sheet, row: line.row, column: 'name', reason: houseHasNone(list, code) });
      continue;
    }
    const own = lists.get(list) ?? { name: list, codes: [] };
    if (own.codes.some((other) => other.code === code))
      note({ sheet, row: line.row, column: 'name', reason: `${list} has ${code} twice` });
    own.codes.push({ code, label });
    lists.set(list, own);
  }
  return [...lists.values()];
}

const houseHasNone = (list: string, code: string) =>
  `${list} is a list of the house, which has no ${code}. Give your own list another name.`;

const nothing: Questionnaire = {
  id: 'none-1',
  name: 'none',
  version: 1,
  title: { en: 'None' },
  languages: ['en'],
  lists: [],
  sections: [],
};

type Choice = { list: string; code: string; label: Words };

function choiceIn(line: FormLine, at: { sheet: string; note: Note }): Choice | undefined {
  const list = line.plain.get('list_name');
  const code = line.plain.get('name');
  if (list === undefined && code === undefined && line.words.size === 0) return undefined;
  const missing = (column: string, reason: string) =>
    at.note({ sheet: at.sheet, row: line.row, column, reason });
  if (list === undefined) missing('list_name', 'A choice belongs to a list');
  if (code === undefined) missing('name', 'A choice has a name');
  if (code !== undefined && /\s/.test(code)) missing('name', 'The name of a choice has no spaces');
  if (!line.words.has('label')) missing('label', 'A choice has a label');
  for (const column of line.plain.keys())
    if (notTaken.test(column)) missing(column, 'This cannot be taken. Empty the cell.');
  const label = wordsIn(line, 'label', at);
  return list !== undefined && code !== undefined && label ? { list, code, label } : undefined;
}
