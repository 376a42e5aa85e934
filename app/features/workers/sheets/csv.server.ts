import type { Readable } from 'node:stream';

import { writeCsv, type CsvColumn } from '#app/platform/tables/write-csv.server.ts';

import { headOf } from './head.ts';
import type { Asked, Line, Worded } from './model.ts';
import { sheetWords } from './words/words.ts';

/** A country's register as a table, line by line as it is read; days as computers sort them. */
export function sheetAsCsv(asked: Asked, lines: AsyncIterable<Line>, worded: Worded): Readable {
  const say = sheetWords[asked.language];
  const columns: CsvColumn<Line>[] = [
    { title: say.number, value: ({ registrationNumber }) => registrationNumber },
    { title: say.name, value: ({ name }) => name },
    { title: say.local, value: ({ nameLocal }) => nameLocal },
    { title: say.standing, value: ({ standing }) => worded(standing) },
    { title: say.licences, value: ({ licences }) => licences.map(({ number }) => number).join('; ') },
    { title: say.place, value: ({ offices }) => offices.join('; ') },
    { title: say.until, value: ({ validUntil }) => validUntil },
  ];
  return writeCsv(columns, lines, [...Object.values(headOf(asked)), '']);
}
