import { standingIn } from '#app/features/register/marks/words/badge-words.ts';
import {
  countSheet,
  listSheetAfter,
  listSheetPart,
  type SheetLine,
} from '#app/features/register/sheets/queries.server.ts';
import { sheetAsCsv } from '#app/features/workers/sheets/csv.server.ts';
import { mostPapers, perPaper, type Asked, type Worded } from '#app/features/workers/sheets/model.ts';
import { sheetPaper } from '#app/features/workers/sheets/paper.server.tsx';
import { papersOf } from '#app/features/workers/sheets/rules.ts';
import { readPublic } from '#app/platform/kept/reading.server.ts';
import type { Scope } from '#app/platform/scope.ts';

type Reader = Pick<Scope, 'db' | 'now'>;

const wordedIn =
  ({ language }: Asked): Worded =>
  ({ status }) =>
    standingIn(language, status);

/** One paper of a country, drawn; undefined for one behind its last. */
export async function readPaper(reader: Reader, asked: Asked, part: number) {
  const { country } = asked;
  const place = { limit: perPaper, offset: (part - 1) * perPaper };
  const { count, lines } = await readPublic(reader, async (by) => ({
    count: await countSheet(by, country, perPaper * mostPapers + 1),
    lines: await listSheetPart(by, country, place),
  }));
  if (part > papersOf(count).papers) return undefined;
  return () => sheetPaper({ asked, count, part, lines, worded: wordedIn(asked) });
}

const atOnce = 500;

/** The table of a country, as a stream. Its first lines are read before: a register that is away is no empty table. */
export async function readTable(reader: Reader, asked: Asked) {
  const page = (after?: SheetLine) =>
    readPublic(reader, (by) => listSheetAfter(by, asked.country, { after, limit: atOnce }));
  const first = await page();
  async function* lines() {
    for (let lines = first; ;) {
      yield* lines;
      const last = lines.at(-1);
      if (lines.length < atOnce || last === undefined) return;
      lines = await page(last);
    }
  }
  return sheetAsCsv(asked, lines(), wordedIn(asked));
}
