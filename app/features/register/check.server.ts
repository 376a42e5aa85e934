import { dayOf } from '#app/platform/calendar.ts';

import { readPage } from './contacts/page.ts';
import { licencesOf, licencesShape } from './licences.server.ts';
import { entryColumns, toEntry, type Asked } from './listed.server.ts';
import { numberOfCode } from './marks/rules.ts';
import type { RegisterEntry } from './model.ts';
import { findByCertificate, findRecord, normalNumber } from './queries.server.ts';
import type { Match } from './search/model.ts';
import { plain } from './search/score.ts';
import { searchRegister } from './search/search.server.ts';
import { whoSpeaks } from './speaker.server.ts';

/** What a worker hears: one recruiter, several to choose from, or a name nobody knows. */
export type CheckResult =
  { kind: 'one'; entry: RegisterEntry } | { kind: 'several'; entries: RegisterEntry[] } | { kind: 'none' };

const most = 10;

/** From here on a match is the very name or number; one that is only like it is for the worker to recognise. */
const certain = 0.99;

/**
 * Each question with an answer of its own: where the agency stands, and whether whoever talks in its name is known to it.
 * Who that is can be told of one agency alone.
 */
export async function answerCheck(asked: Asked, { q, who }: { q: string; who: string }) {
  const result = await checkRecruiter(asked, q);
  if (result.kind === 'several') return { found: await toldApart(asked, result.entries), speaker: null };
  const speaker =
    result.kind === 'one' && who ? await whoSpeaks(asked, result.entry.registrationNumber, who) : null;
  return { found: result, speaker };
}

/** By number, by page or by name. A recruiter taken off the register is as unknown as one that never was: neither is safe. */
export async function checkRecruiter(asked: Asked, q: string): Promise<CheckResult> {
  const byNumber = await findByNumber(asked, q);
  if (byNumber) return { kind: 'one', entry: byNumber };
  const page = await findByPage(asked, q);
  if (page) return page;
  const byCode = await findByCode(asked, q);
  const entries = await searchRegister(asked, { q }, { limit: most });
  if (byCode) return amongCertain(byCode, entries.filter(isCertain));
  const [first, second] = entries;
  if (!first) return { kind: 'none' };
  const meant = entries.filter(({ match }) => isCalled(q, match));
  const alone =
    (isCertain(first) && !(second && isCertain(second))) || (meant.length === 1 && meant[0] === first);
  return alone ? { kind: 'one', entry: first } : { kind: 'several', entries };
}

/**
 * What was asked stands in the name as it was typed: who alone is called so is meant, whoever else is only like it. The end
 * of a phone number is nobody's name.
 */
const isCalled = (q: string, match: Match | null) =>
  match?.on !== 'phone_number' && plain(match?.text ?? '').includes(plain(q));

const isCertain = ({ match }: { match: { score: number } | null }) => (match?.score ?? 0) >= certain;

/** The digits on a poster may also be somebody's licence: then both are shown, and neither is taken for the other. */
function amongCertain(coded: RegisterEntry, certain: RegisterEntry[]): CheckResult {
  const others = certain.filter(({ registrationNumber }) => registrationNumber !== coded.registrationNumber);
  return others.length > 0 ? { kind: 'several', entries: [coded, ...others] } : { kind: 'one', entry: coded };
}

async function findByCode(asked: Asked, q: string): Promise<RegisterEntry | undefined> {
  const number = numberOfCode(q);
  const record = number === undefined ? undefined : await findRecord(asked, number);
  return record?.ok ? record.value : undefined;
}

/** Numbers have digits, in whatever script: a name costs no look into them. */
async function findByNumber(asked: Asked, q: string): Promise<RegisterEntry | undefined> {
  if (!/\p{Nd}/u.test(q)) return undefined;
  const record = await findRecord(asked, normalNumber(q));
  if (record.ok) return record.value;
  const certificate = await findByCertificate(asked, q);
  return certificate.ok ? certificate.value.record : undefined;
}

/**
 * Whose page it is, or that of which it is a part. Nobody is looked for by the words of an address: a page that is like
 * another's is the very thing to be warned of.
 */
async function findByPage({ db, now }: Asked, q: string): Promise<CheckResult | undefined> {
  const page = readPage(q);
  if (!page) return undefined;
  const keys = keysAbove(page.key);
  const rows = await db
    .selectFrom('registration_page as page')
    .innerJoin('register_entry', 'register_entry.organisation_id', 'page.organisation_id')
    .select([...entryColumns, 'page.key'])
    .where('page.key', 'in', keys)
    .where('register_entry.delisted_on', 'is', null)
    .orderBy('register_entry.number')
    .execute();
  const key = keys.find((one) => rows.some((row) => row.key === one));
  const entries = rows.filter((row) => row.key === key).map((row) => toEntry(row, dayOf(now)));
  const [first, ...others] = entries;
  if (first) return others.length > 0 ? { kind: 'several', entries } : { kind: 'one', entry: first };
  // A name may have a dot in it, an address with something behind its host is nothing else.
  return page.key.includes('/') || /^https?:/i.test(q.trim()) ? { kind: 'none' } : undefined;
}

/** A page, and what it is a part of: the longest first. */
function keysAbove(key: string): string[] {
  const parts = (key.split('?')[0] ?? '').split('/');
  return [...new Set([key, ...parts.map((_, place) => parts.slice(0, parts.length - place).join('/'))])];
}

/** Several are told apart by their licences and by what else they are called. */
async function toldApart({ db }: Asked, entries: RegisterEntry[]) {
  const numbers = entries.map(({ registrationNumber }) => registrationNumber);
  const rows = await db
    .selectFrom('registration')
    .select(['registration.number', 'registration.trading_names as tradingNames'])
    .select(licencesOf('registration.organisation_id'))
    .where('registration.number', 'in', numbers)
    .execute();
  const besides = new Map(rows.map(({ number, ...row }) => [number, row]));
  return {
    kind: 'several' as const,
    entries: entries.map((entry) => {
      const { tradingNames = [], licences = [] } = besides.get(entry.registrationNumber) ?? {};
      return { ...entry, tradingNames, licences: licencesShape.parse(licences) };
    }),
  };
}
