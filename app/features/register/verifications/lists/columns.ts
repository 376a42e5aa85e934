import type { Columns, Field, KeptCell } from './model.ts';
import { fields } from './model.ts';

/** What a field is called on pages and in files. */
export const fieldNames: Record<Field, string> = {
  name: 'Name',
  country: 'Country',
  registrationNumber: 'Registration number',
  licenceNumber: 'Licence number',
  certificateNumber: 'Certificate number',
  ref: 'Your own number or code',
  asOf: 'Day asked about',
};

/** Words by which lists head their columns; the surest first. */
const headed: Record<Field, string[]> = {
  name: [
    ...['name', 'company name', 'supplier name', 'agency name', 'recruiter name', 'recruiter', 'agency'],
    ...['recruitment agency', 'company', 'supplier', 'vendor', 'vendor name', 'manpower company', 'firm'],
    ...[
      'nombre',
      'empresa',
      'agencia',
      'nom',
      'entreprise',
      'agence',
      'nama',
      'perusahaan',
      'नाम',
      'নাম',
      'الاسم',
    ],
  ],
  country: [
    'country',
    'country code',
    'country of origin',
    'nation',
    'país',
    'pays',
    'negara',
    'देश',
    'দেশ',
    'البلد',
  ],
  registrationNumber: [
    'lrn',
    'fairroute number',
    'registration number',
    'registration no',
    'registrationnumber',
    'reg no',
  ],
  licenceNumber: [
    ...[
      'licence number',
      'license number',
      'licence no',
      'license no',
      'licencenumber',
      'licence',
      'license',
    ],
    ...['rl no', 'rl number', 'lic no', 'licencia', 'numéro de licence', 'nomor izin'],
  ],
  certificateNumber: ['certificate number', 'certificate no', 'certificatenumber', 'certificate', 'cert no'],
  ref: [
    ...['ref', 'reference', 'your reference', 'supplier id', 'supplier code', 'vendor id', 'vendor code'],
    ...['supplier number', 'vendor number', 'id', 'code'],
  ],
  asOf: ['asof', 'as of', 'as at', 'on the day', 'date', 'signed on', 'contract date'],
};

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const textOf = (cell: KeptCell | undefined) => (typeof cell === 'string' ? cell : '');

/**
 * What the columns of a list seem to be, for a person to confirm: by their heads, and where the first row has none that
 * we know, by what stands in them.
 */
export function guessColumns(rows: readonly (readonly KeptCell[])[]): Columns {
  const [head = [], ...below] = rows;
  const names = head.map((cell) => plain(textOf(cell)));
  const taken = new Set<number>();
  const places: Columns['places'] = {};
  for (const field of fields) {
    const place = placeOf(names, headed[field], taken);
    if (place === undefined || !fits(field, below, place)) continue;
    places[field] = place;
    taken.add(place);
  }
  return taken.size > 0 ? { headed: true, places } : { headed: false, places: byContent(rows) };
}

/** The whole head first, then one that holds the words. */
function placeOf(names: readonly string[], words: readonly string[], taken: ReadonlySet<number>) {
  const free = (place: number) => place >= 0 && !taken.has(place);
  const whole = words.map((word) => names.indexOf(word)).find(free);
  if (whole !== undefined) return whole;
  const holding = words
    .filter((word) => word.length > 3)
    .map((word) => names.findIndex((name, place) => !taken.has(place) && ` ${name} `.includes(` ${word} `)));
  return holding.find(free);
}

const ours = /^\s*LRN[\s-]?\d/i;

/** Every register has registration numbers: ours are told by their letters. */
function fits(field: Field, rows: readonly (readonly KeptCell[])[], place: number) {
  if (field !== 'registrationNumber') return true;
  const filled = rows.map((cells) => textOf(cells[place])).filter((text) => text !== '');
  return filled.length === 0 || filled.some((text) => ours.test(text));
}

function byContent(rows: readonly (readonly KeptCell[])[]): Columns['places'] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const share = (place: number, test: RegExp) =>
    rows.filter((cells) => test.test(textOf(cells[place]))).length / Math.max(rows.length, 1);
  const all = Array.from({ length: width }, (_, place) => place);
  const registrationNumber = all.find((place) => share(place, ours) > 0.5);
  const name = all.find((place) => place !== registrationNumber && share(place, /\p{L}{3}/u) > 0.5);
  return {
    ...(registrationNumber !== undefined && { registrationNumber }),
    ...(name !== undefined && { name }),
  };
}
