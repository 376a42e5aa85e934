import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { z } from 'zod';

type Reply = SubmissionResult<string[]>;
/** `reply` brings the answers back to the page, with messages where they do not fit. */
export type Read<T> = { ok: true; value: T; reply: Reply } | { ok: false; reply: Reply };

/** Forms are words and numbers; anything larger is not one of ours. */
const mostBytes = 512 * 1024;

/** A page that asks nothing but its button. */
export const nothingForm = z.object({});

/** What was sent, parsed by `schema`; or the reply that shows the same page with messages and answers kept. */
export async function readForm<S extends z.ZodType>(request: Request, schema: S): Promise<Read<z.output<S>>> {
  return parseForm(await formOf(request), schema);
}

export function parseForm<S extends z.ZodType>(form: FormData, schema: S): Read<z.output<S>> {
  const submission = parseWithZod(form, { schema });
  const reply = submission.reply({ hideFields: ['password', 'oldPassword', 'clientSecret', 'code'] });
  return submission.status === 'success'
    ? { ok: true, value: submission.value, reply }
    : { ok: false, reply };
}

/** The same answers back with a message beside one field, for what no schema can see. */
export const problemWith = (reply: Reply, field: string, message: string): Reply => ({
  ...reply,
  status: 'error',
  error: { [field]: [message] },
});

/** What was sent, counted while it comes: a length that is said proves nothing, and none need be said. */
async function bytesOf(request: Request) {
  const parts: Uint8Array[] = [];
  const reader = request.body?.getReader();
  for (let bytes = 0; ;) {
    const part = await reader?.read();
    if (!part || part.done) return Buffer.concat(parts);
    bytes += part.value.byteLength;
    if (bytes > mostBytes) throw new Response('Too large', { status: 413 });
    parts.push(part.value);
  }
}

/** A form that is larger than a form, or no form at all, is refused: 413, 415 or 400. */
export async function formOf(request: Request) {
  if (Number(request.headers.get('Content-Length') ?? 0) > mostBytes)
    throw new Response('Too large', { status: 413 });
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) {
    throw new Response('Send a form', { status: 415 });
  }
  const body = await bytesOf(request);
  const form = await new Response(body, { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => undefined);
  const hostile = [...(form ?? [])].some(([name, value]) => isHostile(name, value));
  if (!form || hostile) throw new Response('The form could not be read', { status: 400 });
  return form;
}

/** The body as it was sent, byte for byte, no larger than a form: what a signature was made over. */
export const rawText = async (request: Request) => (await bytesOf(request)).toString('utf8');

/** What a program sent as JSON, parsed by `schema`: 415, 413 or 400 for anything else. */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  if (!/^application\/json\b/.test(request.headers.get('Content-Type') ?? ''))
    throw new Response('Send JSON', { status: 415 });
  if (Number(request.headers.get('Content-Length') ?? 0) > mostBytes)
    throw new Response('Too large', { status: 413 });
  const text = await rawText(request);
  const read = schema.safeParse(isJson(text) ? JSON.parse(text) : undefined);
  if (!read.success) throw new Response('This could not be read', { status: 400 });
  return read.data;
}

/** What stands behind the question mark, and what the address names; 400 for anything that does not fit. */
export function readQuery<S extends z.ZodType>(request: Request, schema: S, named: object): z.output<S> {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const read = schema.safeParse({ ...asked, ...named });
  if (!read.success) throw new Response('This could not be read', { status: 400 });
  return read.data;
}

/** No keyboard types a null character, and PostgreSQL stores none; no list of ours has a thousandth place. */
function isHostile(name: string, value: FormDataEntryValue) {
  const text = typeof value === 'string' ? value : '';
  const isOurs = name === '__intent__' || name === '__state__';
  return text.includes('\0') || beyond.test(name) || (isOurs && (beyond.test(text) || !isJson(text)));
}

/** A list with one answer at a far place is a long list: its length would cost, not its answer. */
const beyond = /\[\d{4,}\]/;

function isJson(text: string) {
  try {
    JSON.parse(text || 'null');
    return true;
  } catch {
    return false;
  }
}
