import { countryCodes } from '#app/platform/places.ts';

import { mostPapers, perPaper } from './model.ts';

/** What the name of a file asks for: `NP.pdf`, `NP-2.pdf` for the second paper, `NP.csv`. Undefined for any other. */
export function sheetNamed(file: string) {
  const [, country, part, kind] = /^([A-Z]{2})(?:-([1-9]\d?))?\.(pdf|csv)$/.exec(file) ?? [];
  if (country === undefined || !countryCodes.includes(country)) return undefined;
  if (kind === 'csv') return part === undefined ? { kind: 'csv' as const, country } : undefined;
  const asked = Number(part ?? 1);
  return asked <= mostPapers ? { kind: 'pdf' as const, country, part: asked } : undefined;
}

export const fileOf = (country: string, part: number) =>
  part === 1 ? `${country}.pdf` : `${country}-${part}.pdf`;

/** Papers a country needs; one where nobody is on it, which says so. `whole`: no name is left to the table. */
export function papersOf(count: number) {
  const needed = Math.max(1, Math.ceil(count / perPaper));
  return { papers: Math.min(needed, mostPapers), whole: needed <= mostPapers };
}
