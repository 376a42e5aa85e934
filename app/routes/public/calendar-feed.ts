import { createHash } from 'node:crypto';

import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { readerOfFeed } from '#app/features/audits/programme/commands/calendar-feed.server.ts';
import { feedOf } from '#app/features/audits/programme/feed/feed.server.ts';
import { listLines } from '#app/features/audits/programme/feed/lines.server.ts';
import { narrowingOf } from '#app/features/audits/programme/narrowing/rules.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { theConfig } from '#app/platform/config.server.ts';
import { found } from '#app/platform/http.server.ts';

/** The calendar of whoever made this address, or what its address narrows it to, for a calendar program: nobody is signed in here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, now } = await enter(request, 'visitor');
  const secret = /^([\w-]{32})\.ics$/.exec(params['secret'] ?? '')?.[1];
  const actor = found(await readerOfFeed(db, found(secret)));
  const today = dayOf(now);
  const narrowing = narrowingOf(actor.kind, new URL(request.url).searchParams);
  const span = { from: addDays(today, -90), until: addDays(today, 400), narrowing };
  const text = feedOf(await listLines({ db, actor, now }, span), theConfig().ORIGIN);
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const headers = { ETag: tag, 'Cache-Control': 'private, max-age=0, must-revalidate' };
  if (request.headers.get('If-None-Match') === tag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } });
}
