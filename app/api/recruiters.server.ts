import { standings, type StandingStatus } from '#app/features/certificates/model.ts';
import { listHistory } from '#app/features/register/history.server.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import { openCursor, sealCursor, type Mark } from '#app/features/register/search/cursor.server.ts';
import {
  listMatchedRecords,
  listRecords,
  type MatchedRecord,
  type Search,
} from '#app/features/register/search/search.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isSector } from '#app/platform/industries.ts';
import { countryCodes } from '#app/platform/places.ts';

import { dayAsked, recordOn } from './as-of.ts';
import { Problem } from './problem.ts';
import { toRecruiter } from '#app/features/register/recruiter.ts';
import type { Asking } from './asking.ts';

const most = 100;

/** GET /api/v1/recruiters/{registrationNumber}; with `?asOf=`, as it stood at the end of that day. */
export async function recruiter(asking: Asking, number: string) {
  const { scope, origin } = asking;
  const day = dayAsked(asking);
  if (day) {
    const { asOf, asToday, ...past } = await recordOn(asking, number, day);
    return { ...toRecruiter(past, origin, day), asOf, asToday };
  }
  const record = await findRecord(scope, number);
  if (!record.ok) throw new Problem(record.refusal);
  return toRecruiter(record.value, origin, dayOf(scope.now));
}

/** GET /api/v1/recruiters/{registrationNumber}/history; with `?asOf=`, up to the end of that day. */
export async function history(asking: Asking, number: string) {
  const { scope } = asking;
  const day = dayAsked(asking);
  if (day) {
    const { registrationNumber } = await recordOn(asking, number, day);
    return { data: await listHistory(scope, registrationNumber, day) };
  }
  const record = await findRecord(scope, number);
  if (!record.ok) throw new Problem(record.refusal);
  return { data: await listHistory(scope, record.value.registrationNumber) };
}

/** GET /api/v1/recruiters: by match where a name or number is asked for, else by number. */
export async function recruiters({ scope, origin, query, asOf = scope.now }: Asking) {
  const limit = limitOf(query.get('limit'));
  const search = searchOf(query);
  const question = JSON.stringify(search);
  const mark = markOf(query.get('cursor'), question);
  const page = { scope, search, limit };
  const { data, next } = search.q ? await byMatch(page, mark) : await byNumber(page, mark);
  const today = dayOf(scope.now);
  return {
    data: data.map(({ record, match }) => ({
      ...toRecruiter(record, origin, today),
      ...(match && { match }),
    })),
    next: next && sealCursor(next, question),
    asOf: asOf.toISOString(),
  };
}

type Page = Pick<Asking, 'scope'> & { search: Search; limit: number };
type Answered = { data: MatchedRecord[]; next: Mark | null };

async function byMatch({ scope, search, limit }: Page, mark: Mark | undefined): Promise<Answered> {
  const offset = mark && 'place' in mark ? mark.place : 0;
  const { data, more } = await listMatchedRecords(scope, search, { limit, offset });
  return { data, next: more ? { place: offset + limit } : null };
}

async function byNumber({ scope, search, limit }: Page, mark: Mark | undefined): Promise<Answered> {
  const after = mark && 'after' in mark ? mark.after : undefined;
  const found = await listRecords(scope, search, { limit: limit + 1, after });
  const data = found.slice(0, limit);
  const last = data.at(-1)?.record.registrationNumber;
  return { data, next: found.length > limit && last ? { after: last } : null };
}

function markOf(cursor: string | null, question: string): Mark | undefined {
  if (cursor === null || cursor === '') return undefined;
  const mark = openCursor(cursor, question);
  if (!mark.ok) throw new Problem('invalid_parameter', 'cursor is none that an answer to this question gave');
  return mark.value;
}

function limitOf(text: string | null) {
  const limit = text === null ? 25 : Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    throw new Problem('invalid_parameter', `limit is a whole number from 1 to ${most}`);
  return limit;
}

const isStanding = (text: string): text is StandingStatus => standings.some((standing) => standing === text);
const isCountry = (code: string) => countryCodes.includes(code);

function searchOf(query: URLSearchParams): Search {
  const status = query.get('status');
  if (status !== null && !isStanding(status))
    throw new Problem('invalid_parameter', `status is one of ${standings.join(', ')}`);
  return {
    q: (query.get('q') ?? '').trim().slice(0, 300),
    country: coded(query, 'country', isCountry),
    origin: coded(query, 'origin', isCountry),
    destination: coded(query, 'destination', isCountry),
    sector: coded(query, 'sector', isSector),
    status: status ?? undefined,
  };
}

function coded(query: URLSearchParams, name: string, isCode: (code: string) => boolean) {
  const code = query.get(name);
  if (code && !isCode(code)) throw new Problem('invalid_parameter', `${name} is no code of its list`);
  return code ?? '';
}
