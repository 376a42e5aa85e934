import { nameKey, numberKey } from '#app/platform/names/likeness.ts';
import type { Details, Likeness } from '../model.ts';
import type { Problem, ReadRow } from './read.ts';

/** A partner of the network as far as lists are compared with it. */
export type Known = Pick<
  Details,
  'kind' | 'name' | 'nameLocal' | 'country' | 'registrationNumber' | 'phones'
> & {
  id: string;
};

/** What a row looks like: a partner one has, or an earlier row of the list. */
export type Like = { name: string; row: number | null; why: Likeness };
export type Parent = { id: string } | { row: number };
export type ComparedRow = ReadRow & { like: Like | null; parent: Parent | null };

type Seen = Pick<Known, 'name'> & { row: number | null };
type Keyed = Pick<Details, 'name' | 'nameLocal' | 'country' | 'registrationNumber' | 'phones'>;

type Key = readonly [Likeness, string];
const keysOf = ({ name, nameLocal, country, registrationNumber, phones }: Keyed): Key[] => {
  const names = [name, ...(nameLocal ? [nameLocal] : [])];
  const numbers = registrationNumber ? [registrationNumber] : [];
  return [
    ...phones.map((phone): Key => ['phone', phone]),
    ...numbers.map((number): Key => ['number', `${country} ${numberKey(number)}`]),
    ...names.map((each): Key => ['name', `${country} ${nameKey(each)}`]),
  ];
};

/** Flags rows that look like a partner one has, or like an earlier row: by phone, number, or name in Latin letters. */
function flag(rows: readonly ReadRow[], known: readonly Known[]) {
  const seen = new Map<string, Seen>();
  const remember = (keyed: Keyed, entry: Seen) => {
    for (const key of keysOf(keyed)) {
      const joined = key.join(' ');
      if (!seen.has(joined)) seen.set(joined, entry);
    }
  };
  for (const partner of known) remember(partner, { name: partner.name, row: null });
  return rows.map((read) => {
    const [hit] = keysOf(read.details).flatMap(([why, key]): Like[] => {
      const found = seen.get(`${why} ${key}`);
      return found ? [{ ...found, why }] : [];
    });
    remember(read.details, { name: read.details.name, row: read.row });
    return { ...read, like: hit ?? null };
  });
}

/** Finds the agency each sub-agent works under: in the network or in the list itself. */
export function compare(rows: readonly ReadRow[], known: readonly Known[]) {
  const agencies = new Map<string, Parent>();
  for (const { id, kind, name } of known) if (kind === 'partner_agency') agencies.set(nameKey(name), { id });
  for (const { row, details } of rows) {
    const key = nameKey(details.name);
    if (details.kind === 'partner_agency' && !agencies.has(key)) agencies.set(key, { row });
  }
  const problems: Problem[] = [];
  const compared = flag(rows, known).flatMap((read): ComparedRow[] => {
    const { row, agency, details } = read;
    if (agency === null) return [{ ...read, parent: null }];
    const parent = details.kind === 'sub_agent' ? agencies.get(nameKey(agency)) : undefined;
    if (parent) return [{ ...read, parent }];
    const reason =
      details.kind === 'sub_agent'
        ? `No partner agency of your network or of this list is called “${agency.slice(0, 100)}”`
        : 'Only a sub-agent works under a partner agency';
    problems.push({ row, column: 'Works under agency', reason });
    return [];
  });
  return { rows: compared, problems };
}
