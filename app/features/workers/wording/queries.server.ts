import { sql, type Kysely, type Transaction } from 'kysely';

import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { grouped } from './grouped.ts';
import {
  translatedCodes,
  translatedOf,
  type Catalogue,
  type Judged,
  type ShownState,
  type State,
  type Translated,
} from './model.ts';
import type { WordingReviewer } from './policy.ts';
import { approvalOf, countsOf, review } from './rules.ts';

/** The newest word on each text somebody judged. */
const newest = (db: Kysely<Database>) =>
  db
    .selectFrom('wording_verdict')
    .distinctOn(['wording_verdict.language', 'wording_verdict.key', 'wording_verdict.hash'])
    .select(['wording_verdict.language', 'wording_verdict.key', 'wording_verdict.hash'])
    .orderBy('wording_verdict.language')
    .orderBy('wording_verdict.key')
    .orderBy('wording_verdict.hash')
    .orderBy('wording_verdict.number', 'desc');

const verdictOf = (verdict: string): Judged['verdict'] =>
  verdict === 'approved' ? 'approved' : 'taken_back';

/** What was said of the texts in these languages, each text's newest word. */
async function listVerdicts(db: Kysely<Database>, languages: readonly Translated[]) {
  const rows = await newest(db)
    .innerJoin('account', 'account.id', 'wording_verdict.said_by')
    .select(['wording_verdict.verdict', 'wording_verdict.said_at as at', 'account.name as by'])
    .where('wording_verdict.language', 'in', languages)
    .execute();
  return rows.map(({ verdict, at, ...row }) => ({
    ...row,
    ...{ verdict: verdictOf(verdict), at: at.toISOString() },
  }));
}

/** Every approval that holds, as `approvalOf` says it: of a text that stands there no longer as well, which nobody asks for. */
export async function listApprovals(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom(newest(db).select('wording_verdict.verdict').as('said'))
    .select(['said.language', 'said.key', 'said.hash'])
    .where('said.verdict', '=', 'approved')
    .execute();
  return new Set(rows.map(({ language, key, hash }) => approvalOf(language, key, hash)));
}

/** All languages, each with how many of its lines stand how. */
export async function listLanguages({ db }: Scope<WordingReviewer>, catalogue: Catalogue) {
  const verdicts = grouped(await listVerdicts(db, translatedCodes), ({ language }) => language);
  return translatedCodes.map((language) => ({
    language,
    ...countsOf(review(catalogue, language, verdicts.get(language) ?? [])),
  }));
}

type Filter = { state: ShownState; chapter: string | undefined; page: number };

const fits = (state: State, asked: ShownState) =>
  asked === 'all' || (asked === 'waiting' ? state !== 'approved' : state === asked);

const perPage = 25;

/** One language, a page of its lines at a time; undefined for a language that is not reviewed. */
export async function findWording(
  { db }: Scope<WordingReviewer>,
  catalogue: Catalogue,
  code: string | undefined,
  { state, chapter, page }: Filter,
) {
  const language = translatedOf(code);
  if (!language) return undefined;
  const reviewed = review(catalogue, language, await listVerdicts(db, [language]));
  const fitting = reviewed.filter(
    (line) => fits(line.state, state) && (chapter === undefined || line.chapter === chapter),
  );
  const pages = pagesOf(fitting.length, perPage);
  // A list grows shorter as it is read: whoever approved its last page sees what is now the last.
  const shown = Math.min(page, pages);
  return {
    ...{ language, counts: countsOf(reviewed), count: fitting.length, page: shown, pages },
    lines: fitting.slice((shown - 1) * perPage, shown * perPage),
  };
}

/** Call it first: whoever judges texts of the same language at once waits here. */
export async function lockVerdicts(trx: Transaction<Database>, language: Translated) {
  // The builder knows no locks by name.
  await sql`select pg_advisory_xact_lock(hashtext(${`wording_verdict ${language}`}))`.execute(trx);
  return listVerdicts(trx, [language]);
}
