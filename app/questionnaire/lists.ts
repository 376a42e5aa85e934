import { languageCodes, otherLanguages } from '#app/platform/names/languages.ts';
import { countryCodes } from '#app/platform/places.ts';

import { houseLists, type Questionnaire } from './definition.ts';
import { listWords } from './words/lists/listed.ts';
import { inLanguage } from './words.ts';

export type Option = { value: string; label: string };
type HouseList = (typeof houseLists)[number];

export const isHouseList = (name: string): name is HouseList => houseLists.some((each) => each === name);

/** Money of today: the runtime's tables also know what is out of use, says the year, and metals and tests. */
export const currencyCodes: readonly string[] = Intl.supportedValuesOf('currency').filter(
  (code) =>
    (!code.startsWith('X') || ['XAF', 'XCD', 'XOF', 'XPF'].includes(code)) &&
    !/\d{4}/.test(new Intl.DisplayNames(['en'], { type: 'currency' }).of(code) ?? ''),
);

const named = (
  codes: readonly string[],
  type: 'region' | 'language' | 'currency',
  language: string,
): Option[] => {
  const names = new Intl.DisplayNames([language, 'en'], { type, fallback: 'none' });
  const nameOf = (code: string) =>
    names.of(code) ?? (type === 'language' ? otherLanguages[code] : undefined) ?? code;
  return codes
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
};
const fixed = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const house: Record<HouseList, (language: string) => Option[]> = {
  countries: (language) => named(countryCodes, 'region', language),
  sectors: (language) => fixed(listWords(language).sectors),
  languages: (language) => named(languageCodes, 'language', language),
  currencies: (language) => named(currencyCodes, 'currency', language),
  fee_categories: (language) => fixed(listWords(language).fees),
};

const houseOptions = new Map<string, Option[]>();

function houseCodes(name: HouseList, language: string) {
  const key = `${name} ${language}`;
  const options = houseOptions.get(key) ?? house[name](language);
  houseOptions.set(key, options);
  return options;
}

/** What can be chosen, as it is shown; nothing where there is no such list. */
export function codesOf(questionnaire: Questionnaire, listName: string, language: string): Option[] {
  const own = questionnaire.lists.find(({ name }) => name === listName);
  if (own) return own.codes.map(({ code, label }) => ({ value: code, label: inLanguage(label, language) }));
  return isHouseList(listName) ? houseCodes(listName, writable(questionnaire, language)) : [];
}

/** Only languages a questionnaire is written in: what somebody sends never becomes a key that is kept. */
const writable = ({ languages }: Questionnaire, language: string) =>
  languages.includes(language) ? language : 'en';

const labels = new WeakMap<Questionnaire, Map<string, Map<string, string>>>();

function labelsOf(questionnaire: Questionnaire, listName: string, language: string) {
  const kept = labels.get(questionnaire) ?? new Map<string, Map<string, string>>();
  labels.set(questionnaire, kept);
  const key = `${listName} ${writable(questionnaire, language)}`;
  const found =
    kept.get(key) ??
    new Map(codesOf(questionnaire, listName, language).map(({ value, label }) => [value, label]));
  kept.set(key, found);
  return found;
}

export const hasCode = (questionnaire: Questionnaire, listName: string, code: string) =>
  labelsOf(questionnaire, listName, 'en').has(code);

/** The label of a code; the code itself where its list does not know it any more. */
export const labelOf = (
  questionnaire: Questionnaire,
  listName: string,
  { code, language }: { code: string; language: string },
) => labelsOf(questionnaire, listName, language).get(code) ?? code;
