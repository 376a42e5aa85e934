import type { IncomingMessage, ServerResponse } from 'node:http';

import { badgeOf } from '#app/features/register/marks/badge.ts';
import {
  markLanguageOf,
  type Bearer,
  type Face,
  type MarkLanguage,
} from '#app/features/register/marks/model.ts';
import { findRecord, normalNumber } from '#app/features/register/queries.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { etagOf, sendKept } from '#app/platform/kept/answers.server.ts';
import { log } from '#app/platform/operation/log.server.ts';
import { within } from '#app/platform/operation/within.ts';

import type { Ground } from '../door.server.ts';

/** `Said`: what a badge says, and with which status. */
type Said = { face: Face; bearer?: Bearer; status: number };

type Asked = { number: string; language: MarkLanguage };

/**
 * A badge, asked for by the browsers of people who read a recruiter's own site: where it stands at this moment. Whatever
 * goes wrong, a picture comes that says so, with a status no cache takes for the standing.
 */
export async function answerBadge(
  ground: Pick<Ground, 'db' | 'origin' | 'kept'>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  const now = new Date();
  const asked = askedIn(request.url ?? '');
  const key = `badge ${asked.language} ${asked.number}`;
  const known = ground.kept?.find(key, now);
  if (known) return void sendKept(request, response, known);
  const begun = ground.kept?.begin(now);
  const { status, face, bearer } = await read(ground, asked.number, now);
  const { origin } = ground;
  const body = Buffer.from(badgeOf({ face, bearer, language: asked.language, day: dayOf(now), origin }));
  if (status === 200) {
    const answer = { body, etag: etagOf(body), headers };
    ground.kept?.keep(key, begun, answer);
    return void sendKept(request, response, answer);
  }
  const retry = status === 503 ? { 'Retry-After': '5' } : {};
  response.writeHead(status, { ...headers, ...retry, 'Cache-Control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** `no-cache`: whoever keeps it asks again before showing it, so that a suspension is seen at the next look. */
const headers = {
  'Content-Type': 'image/svg+xml; charset=utf-8',
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

const path = /^\/badges\/([A-Za-z0-9-]{1,60})\.svg$/;

function askedIn(address: string): Asked {
  const [pathname = '', query = ''] = address.split('?');
  const [, number = ''] = path.exec(pathname) ?? [];
  return { number: normalNumber(number), language: markLanguageOf(new URLSearchParams(query).get('lang')) };
}

/** Nobody waits longer for a picture; a database that hangs cannot tell. */
const patienceMs = 5000;

const strangers = { unknown_recruiter: 404, not_public: 404, removed: 410 } as const;

async function read({ db }: Pick<Ground, 'db'>, number: string, now: Date): Promise<Said> {
  try {
    // Of the database itself, never of a copy: where it stands at this moment.
    const record = await within(patienceMs, findRecord({ db, now }, number));
    if (!record.ok) return { face: 'stranger', status: strangers[record.refusal] };
    const { name, registrationNumber, standing } = record.value;
    return { face: standing.status, bearer: { name, registrationNumber }, status: 200 };
  } catch (error) {
    log.error({ err: error }, 'a badge could not say where its bearer stands');
    return { face: 'unsure', status: 503 };
  }
}
