import { countryNamed } from '#app/platform/places.ts';

import { formNames, forms, kindNames, kinds } from '../model.ts';

export const fields = [
  'kind',
  'form',
  'name',
  'nameLocal',
  'country',
  'place',
  'registrationNumber',
  'since',
  'contact',
  'phones',
  'agency',
  'note',
] as const;
export type Field = (typeof fields)[number];

/** Heads of the columns of a list, as the template has them; any order will do. */
export const heads: Record<Field, string> = {
  kind: 'Kind',
  form: 'Registered or individual',
  name: 'Name',
  nameLocal: 'Name in local script',
  country: 'Country',
  place: 'Place',
  registrationNumber: 'Registration number',
  since: 'Since',
  contact: 'Contact person',
  phones: 'Phone numbers',
  agency: 'Works under agency',
  note: 'Note',
};

/** Without these a list is not one of ours. */
export const needed: readonly Field[] = ['kind', 'name', 'country', 'place'];

/** What each column takes, for the template and the page. */
export const hints: Record<Field, string> = {
  kind: kinds.map((kind) => kindNames[kind]).join(', '),
  form: forms.map((form) => formNames[form]).join(' or '),
  name: 'In Latin letters, as in the contract',
  nameLocal: 'As people there write it',
  country: 'Name in English, or two letters such as NP',
  place: 'Town or district',
  registrationNumber: 'Of sub-agents and agencies that are registered',
  since: 'Day from which you work with it',
  contact: 'Whom you speak with',
  phones: 'Several with a semicolon between them',
  agency: 'For a sub-agent: name of the partner agency it works under',
  note: 'Anything else',
};

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const fieldOf = new Map(
  fields.flatMap((field) => [plain(heads[field]), plain(field)].map((key) => [key, field])),
);
/** The field a head names, however it is capitalised and spaced. */
export const fieldNamed = (head: string) => fieldOf.get(plain(head));

const codesOf = <Code extends string>(codes: readonly Code[], nameOf: (code: Code) => string) =>
  new Map(codes.flatMap((code) => [plain(code), plain(nameOf(code))].map((key) => [key, code])));
const kindOf = codesOf(kinds, (kind) => kindNames[kind]);
const formOf = codesOf(forms, (form) => formNames[form]);
const short: Record<string, string> = {
  registered: 'registered',
  individual: 'individual',
  person: 'individual',
};

/** A code where a list says a name; what is neither stays, and is said to be wrong. */
export function coded(field: Field, text: string) {
  const key = plain(text);
  if (field === 'kind') return kindOf.get(key) ?? text;
  if (field === 'form') return formOf.get(key) ?? short[key] ?? text;
  if (field === 'country') return countryNamed(text) ?? text;
  return text;
}
