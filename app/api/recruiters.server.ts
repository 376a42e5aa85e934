import { standings, type StandingStatus } from '#app/features/certificates/model.ts';
import { listHistory } from '#app/features/register/history.server.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import { listRecords, type Search } from '#app/features/register/search.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isSector } from '#app/platform/industries.ts';
import { countryCodes } from '#app/platform/places.ts';

import { dayAsked, recordOn } from './as-of.ts';
import { Problem } from './problem.ts';
import { toRecruiter } from './recruiter.ts';
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

/** GET /api/v1/recruiters */
export async function recruiters({ scope, origin, query }: Asking) {
  const limit = limitOf(query.get('limit'));
  const found = await listRecords(scope, searchOf(query), {
    limit: limit + 1,
    after: query.get('cursor') ?? undefined,
  });
  const page = found.slice(0, limit);
  const today = dayOf(scope.now);
  return {
    data: page.map((record) => toRecruiter(record, origin, today)),
    next: found.length > limit ? (page.at(-1)?.registrationNumber ?? null) : null,
    asOf: scope.now.toISOString(),
  };
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
    q: query.get('q') ?? '',
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
