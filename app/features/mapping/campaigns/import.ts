import { ok, refuse } from '#app/platform/result.ts';
import { countryNamed } from '#app/platform/places.ts';
import { cellName, isUntaken, untakenTexts, type Cell, type TableRow } from '#app/platform/tables/table.ts';

import { mappingLanguages, mostSuppliers, type RespondentRole } from '../model.ts';
import { supplierForm, type SupplierForm } from './forms.ts';

export const fields = ['name', 'role', 'country', 'place', 'licence', 'email', 'language'] as const;
type Field = (typeof fields)[number];

/** Heads of the columns of a list; any order will do, and only the first three are needed. */
export const heads: Record<Field, string> = {
  name: 'Name',
  role: 'What they are',
  country: 'Country',
  place: 'Place',
  licence: 'Licence',
  email: 'E-mail',
  language: 'Language',
};

export const roleNames: Record<RespondentRole, string> = {
  brand: 'Company',
  site: 'Site',
  recruiter: 'Recruiter',
  sub_agent: 'Sub-agent',
};

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const fieldOf = new Map<string, Field>(
  fields.flatMap((field) => [field, heads[field]].map((said) => [plain(said), field])),
);
const alsoCalled: Record<string, RespondentRole> = {
  factory: 'site',
  employer: 'site',
  supplier: 'site',
  buyer: 'brand',
  brand: 'brand',
  agency: 'recruiter',
  labourrecruiter: 'recruiter',
  agent: 'sub_agent',
  subagent: 'sub_agent',
};
const roleOf = (text: string) =>
  alsoCalled[plain(text)] ??
  Object.entries(roleNames).find(([code, name]) =>
    [code, name].some((said) => plain(said) === plain(text)),
  )?.[0] ??
  text;

const languageNamed = (text: string) =>
  mappingLanguages.find((code) => {
    const inWords = new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? '';
    return [code, inWords].some((said) => plain(said) === plain(text));
  }) ?? text;

export type Misfit = { cell: string; reason: string };

/** Reads a list of suppliers: every row by itself, so that one bad row costs no other. Refused only when it is no such list. */
export function readSuppliers(table: readonly TableRow[]) {
  const [head, ...rows] = table;
  const places = (head?.cells ?? []).flatMap((cell, column) => {
    const field = typeof cell === 'string' ? fieldOf.get(plain(cell)) : undefined;
    return field ? [{ field, column }] : [];
  });
  if ((['name', 'role', 'country'] as const).some((needed) => !places.some(({ field }) => field === needed)))
    return refuse('columns_missing');
  if (rows.length > mostSuppliers) return refuse('too_many');
  const suppliers: SupplierForm[] = [];
  const misfits: Misfit[] = [];
  for (const { number, cells } of rows) {
    const said: Partial<Record<Field, string>> = {};
    const at = (field: PropertyKey | undefined) => {
      const place = places.find((each) => each.field === field);
      return place ? cellName(number, place.column) : `${number}`;
    };
    let untaken = false;
    for (const { field, column } of places) {
      const cell = cells[column] ?? null;
      if (isUntaken(cell)) {
        untaken = true;
        misfits.push({ cell: cellName(number, column), reason: untakenTexts[cell.untaken] });
      } else if (textOf(cell)) said[field] ??= coded(field, textOf(cell));
    }
    if (untaken) continue;
    const read = supplierForm.safeParse(said);
    if (read.success) suppliers.push(read.data);
    else
      for (const { path, message } of read.error.issues) misfits.push({ cell: at(path[0]), reason: message });
  }
  return ok({ suppliers, misfits });
}

const textOf = (cell: Cell) =>
  cell === null || isUntaken(cell) || cell instanceof Date
    ? ''
    : String(cell)
        .replace(/^'(?=[=+\-@])/, '')
        .trim();

function coded(field: Field, text: string) {
  if (field === 'role') return roleOf(text);
  if (field === 'country') return countryNamed(text) ?? text;
  return field === 'language' ? languageNamed(text) : text;
}
