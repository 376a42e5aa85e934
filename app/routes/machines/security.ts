import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { addMonths, dayOf } from '#app/platform/calendar.ts';
import { theConfig } from '#app/platform/config.server.ts';

/** Whom to tell of a weakness (RFC 9116); good for three months from whenever it is read. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { now } = await enter(request, 'visitor');
  const address = /<([^<>\s]+)>/.exec(theConfig().MAIL_FROM)?.[1] ?? theConfig().MAIL_FROM;
  const text = [
    `Contact: mailto:${address}`,
    `Expires: ${addMonths(dayOf(now), 3)}T00:00:00.000Z`,
    'Preferred-Languages: en',
    `Canonical: ${installation()}/.well-known/security.txt`,
    '',
  ].join('\n');
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' };
  return new Response(text, { headers });
}
