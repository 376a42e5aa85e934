import type { Question, Questionnaire } from '../definition.ts';
import { codesOf } from '../lists.ts';
import { sheetWords } from './wording.ts';

export type Choices = {
  /** As they stand in drop-downs, in the order of the list. */
  texts: string[];
  textOf(code: string): string;
  /** By label or by code, in small letters or capitals. */
  codeOf(text: string): string | undefined;
};

export const folded = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

const kept = new WeakMap<Questionnaire, Map<string, Choices>>();

/** The choices of one list; a label that two codes share is followed by its code. */
export function choicesOf(questionnaire: Questionnaire, list: string, language: string): Choices {
  const own = kept.get(questionnaire) ?? new Map<string, Choices>();
  kept.set(questionnaire, own);
  const key = `${list} ${language}`;
  const found = own.get(key) ?? sort(questionnaire, list, language);
  own.set(key, found);
  return found;
}

function sort(questionnaire: Questionnaire, list: string, language: string): Choices {
  const options = codesOf(questionnaire, list, language);
  const count = new Map<string, number>();
  const codes = new Map<string, string>();
  const add = (text: string, code: string) => void (codes.has(folded(text)) || codes.set(folded(text), code));
  for (const { label } of options) count.set(folded(label), (count.get(folded(label)) ?? 0) + 1);
  for (const { value } of options) count.set(folded(value), (count.get(folded(value)) ?? 0) + 1);
  const textOf = new Map(
    options.map(({ value, label }) => {
      const alone = folded(label) === folded(value) ? 2 : 1;
      const plain = (count.get(folded(label)) ?? 0) <= alone && !/[;\n\r]/.test(label);
      return [value, plain ? label : `${label.replace(/[;\n\r]/g, ',')} (${value})`];
    }),
  );
  for (const [code, text] of textOf) add(text, code);
  for (const { value } of options) add(value, value);
  for (const { value, label } of codesOf(questionnaire, list, 'en')) add(label, value);
  return {
    texts: options.map(({ value }) => textOf.get(value) ?? value),
    textOf: (code) => textOf.get(code) ?? code,
    codeOf: (text) => codes.get(folded(text)),
  };
}

export const listOf = (question: Question) => question.list ?? '';

export const yesOrNo = (text: string) => {
  const said = folded(text);
  if ([folded(sheetWords.yes), 'y', 'true', '1', 'x', '✓'].includes(said)) return 'yes';
  return [folded(sheetWords.no), 'n', 'false', '0'].includes(said) ? 'no' : undefined;
};
