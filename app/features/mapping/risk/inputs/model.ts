import type { Place } from '../rules.ts';

export const inputKinds = ['origin', 'destination', 'sector'] as const satisfies readonly Place[];

/** What somebody published of a country or a sector: 0 no risk that they know of, 100 the worst there is. */
export type RiskInput = {
  kind: Place;
  key: string;
  value: number;
  source: string;
  year: number;
  licence: string;
};

/** Countries twice and sectors, several editions at once. */
export const mostRows = 2000;

export const heads = {
  kind: 'Kind',
  key: 'Country or sector',
  value: 'Value',
  source: 'Source',
  year: 'Year',
  licence: 'Licence',
} as const;
export type Field = keyof typeof heads;

/** What is wrong in a file: `cell` as the spreadsheet names it, such as "C7". */
export type Problem = { row: number; cell: string; reason: string };
