import type { SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';

/** The value, or the 404 page: absent, and somebody else's, look the same from outside. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Response('Not found', { status: 404 });
  return value;
}

/** The same page again, 400, with every message and every answer kept; 200 when a button only added or removed a row. */
export const badInput = (reply: SubmissionResult<string[]>) =>
  data({ reply, refusal: undefined }, reply.status === 'error' ? 400 : 200);

/** A rule's no: the same page, 409, with the refusal's name for the page to put in words. */
export function refused(refusal: string) {
  if (refusal === 'not_found') throw new Response('Not found', { status: 404 });
  if (refusal === 'forbidden') throw new Response('Forbidden', { status: 403 });
  return data({ refusal, reply: undefined }, 409);
}

/** Page number from `?page=`; the first one for anything that is not a page. */
export function pageOf(request: Request) {
  const page = Number(new URL(request.url).searchParams.get('page'));
  return Number.isInteger(page) && page > 0 && page <= 100_000 ? page : 1;
}
