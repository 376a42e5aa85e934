import type { Readable } from 'node:stream';

import type { SubmissionResult } from '@conform-to/react';
import { createReadableStreamFromReadable, data, redirect } from '@remix-run/node';

import type { Result } from './result.ts';
import { dispositionOf, type StoredFile } from './files/stored.server.ts';

/** The value, or the 404 page: absent, and somebody else's, look the same from outside. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Response('Not found', { status: 404 });
  return value;
}

/** Nothing, or the 403 page: the role may come in, this person may not do this. */
export function allowed(may: boolean) {
  if (!may) throw new Response('Forbidden', { status: 403 });
}

/** What a link in a mail opens; else the page that offers a new one: expired, used and altered look the same. */
export function opened<T>(link: Result<T>): T {
  if (!link.ok) throw new Response('Gone', { status: 410 });
  return link.value;
}

/** The same page again, 400, with every message and every answer kept; 200 when a button only added or removed a row. */
export const badInput = (reply: SubmissionResult<string[]>) =>
  data({ reply, refusal: undefined }, reply.status === 'error' ? 400 : 200);

/** A rule's no: the same page, 409, with the refusal's name for the page to put in words, and the answers kept. */
export function refused(refusal: string, reply?: SubmissionResult<string[]>) {
  if (refusal === 'not_found') throw new Response('Not found', { status: 404 });
  if (refusal === 'forbidden') throw new Response('Forbidden', { status: 403 });
  return data({ refusal, reply }, 409);
}

/** Too many tries: the same page, 429, saying how long to wait. */
export const tooMany = (seconds: number, reply?: SubmissionResult<string[]>) =>
  data(
    { refusal: `too_many:${seconds}`, reply },
    { status: 429, headers: { 'Retry-After': String(seconds) } },
  );

/** A file that was not stored: the same page, 400, with the reason's name. */
export const unstored = (refusal: string) => data({ refusal, reply: undefined }, 400);

type Named = Pick<StoredFile, 'filename' | 'mediaType'>;

const asFile = ({ filename, mediaType }: Named, bytes: number) => ({
  'Content-Type': mediaType,
  'Content-Length': String(bytes),
  'Content-Disposition': dispositionOf(filename),
  'Cache-Control': 'private, no-store',
});

/** A stored file, for saving: never shown by the browser as if it were ours. */
export const download = (content: Readable, file: Named & Pick<StoredFile, 'bytes'>) =>
  new Response(createReadableStreamFromReadable(content), { headers: asFile(file, file.bytes) });

const sheetTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** A list as a file, sent as it is written: nobody knows its length before. */
export const streamed = (content: Readable, { filename, kind }: { filename: string; kind: 'xlsx' | 'csv' }) =>
  new Response(createReadableStreamFromReadable(content), {
    headers: {
      'Content-Type': sheetTypes[kind],
      'Content-Disposition': dispositionOf(filename),
      'Cache-Control': 'private, no-store',
    },
  });

/** The same for a file that was made just now. */
export const downloadBytes = (content: Buffer, named: Named) =>
  new Response(new Uint8Array(content), { headers: asFile(named, content.byteLength) });

/** What a page rests on, or the page of its refusal: 404, 403, else 409. */
export function valueOf<T>(outcome: Result<T>): T {
  if (outcome.ok) return outcome.value;
  const statuses: Record<string, number> = { not_found: 404, forbidden: 403 };
  throw new Response('Refused', { status: statuses[outcome.refusal] ?? 409 });
}

/** What a command answered: on to the next page, or the rule's no on this one. */
export const answered = (outcome: Result<unknown>, next: string, reply?: SubmissionResult<string[]>) =>
  outcome.ok ? redirect(next) : refused(outcome.refusal, reply);

/** What was made and is shown this once, in no cache's keeping; or the rule's no on this page. */
export const shownOnce = <T>(outcome: Result<T>, reply: SubmissionResult<string[]>) =>
  outcome.ok
    ? data({ made: outcome.value }, { headers: { 'Cache-Control': 'no-store' } })
    : refused(outcome.refusal, reply);

/** One of a list by its name in the address; the first one for anything else. */
export function chosenIn<T extends string>(request: Request, name: string, among: readonly [T, ...T[]]): T {
  const asked = new URL(request.url).searchParams.get(name);
  return among.find((one) => one === asked) ?? among[0];
}

/** Page number from `?page=`; the first one for anything that is not a page. */
export function pageOf(request: Request) {
  const page = Number(new URL(request.url).searchParams.get('page'));
  return Number.isInteger(page) && page > 0 && page <= 100_000 ? page : 1;
}
