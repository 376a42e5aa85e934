import { sql, type Kysely, type SqlBool } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

import type { Answer, Item } from '../model.ts';
import { answerShape } from '../queries.server.ts';
import type { List } from './queries.server.ts';
import type { CheckedRow, Show } from './model.ts';

const text = z.string().optional();
const itemShape: z.ZodType<Item> = z.object({
  ...{ ref: text, name: text, country: text, registrationNumber: text, licenceNumber: text },
  ...{ certificateNumber: text, asOf: text },
});

type Checked = Pick<List, 'id' | 'verificationId'>;

const results = (db: Kysely<Database>, { id, verificationId }: Checked) =>
  db
    .selectFrom('list_check_row as row')
    .leftJoin('verification_line as line', (join) =>
      join.on('line.verification_id', '=', verificationId).onRef('line.position', '=', 'row.line'),
    )
    .leftJoin('list_choice as choice', (join) =>
      join.onRef('choice.check_id', '=', 'row.check_id').onRef('choice.line', '=', 'row.line'),
    )
    .where('row.check_id', '=', id)
    // What names the columns is no row of the list.
    .where((where) => where.or([where('row.line', 'is not', null), where('row.note', 'is not', null)]));

/** Which rows are shown: each is text because it is one case of what a row can be. */
const cases: Record<Show, ReturnType<typeof sql<SqlBool>>> = {
  all: sql<boolean>`true`,
  match: sql<boolean>`line.outcome = 'match'`,
  choose: sql<boolean>`line.outcome = 'ambiguous' and choice.line is null`,
  chosen: sql<boolean>`choice.registration_number is not null`,
  none: sql<boolean>`(line.outcome = 'no_match' or (choice.line is not null and choice.registration_number is null))`,
  unchecked: sql<boolean>`row.line is null`,
};

const columns = [
  ...(['row.place', 'row.number', 'row.note', 'row.line', 'line.asked', 'line.answered'] as const),
  ...(['choice.registration_number as chosen', 'choice.line as chosenLine'] as const),
] as const;

/** How many rows there are of each case. */
export async function countResults(db: Kysely<Database>, list: Checked) {
  const count = (show: Show) => sql<number>`count(*) filter (where ${cases[show]})`.as(show);
  return results(db, list)
    .select([
      count('all'),
      count('match'),
      count('choose'),
      count('chosen'),
      count('none'),
      count('unchecked'),
    ])
    .executeTakeFirstOrThrow();
}

type Slice = { show: Show; limit: number; offset?: number };

/** Rows of one case, in the list's order. */
export async function listResults(db: Kysely<Database>, list: Checked, { show, limit, offset = 0 }: Slice) {
  const rows = await results(db, list)
    .select(columns)
    .where(cases[show])
    .orderBy('row.place')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toResult);
}

const lot = 500;

/** Every row of a list, lot by lot: nothing is held but the one that is being written. */
export async function* everyResult(db: Kysely<Database>, list: Checked): AsyncGenerator<CheckedRow> {
  for (let after = 0; ;) {
    const rows = await results(db, list)
      .select(columns)
      .where('row.place', '>', after)
      .orderBy('row.place')
      .limit(lot)
      .execute();
    yield* rows.map(toResult);
    const last = rows.at(-1);
    if (!last || rows.length < lot) return;
    after = last.place;
  }
}

type Row = {
  place: number;
  number: number;
  note: string | null;
  line: number | null;
  asked: unknown;
  answered: unknown;
  chosen: string | null;
  chosenLine: number | null;
};

const toResult = ({ asked, answered, chosen, chosenLine, ...row }: Row): CheckedRow => ({
  ...row,
  item: asked === null ? null : itemShape.parse(asked),
  answer: answered === null ? null : answerShape.parse(answered),
  choice: chosenLine === null ? null : { registrationNumber: chosen },
});

/** Answers to some lines of a check, by line. */
export async function findAnswers(db: Kysely<Database>, verificationId: string, lines: readonly number[]) {
  const rows = await db
    .selectFrom('verification_line')
    .select(['position', 'answered'])
    .where('verification_id', '=', verificationId)
    .where(sql<boolean>`position = any (${[...lines]}::integer[])`)
    .execute();
  return new Map(
    rows.map(({ position, answered }): [number, Answer] => [position, answerShape.parse(answered)]),
  );
}
