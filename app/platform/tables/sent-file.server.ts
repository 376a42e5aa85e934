import { redirect } from '@remix-run/node';

import { unstored } from '../http.server.ts';
import { ok, refuse, type Result } from '../result.ts';
import { mostTableBytes, type TableRefusal } from './table.ts';

/** `beside`: the one word the form sent with it, where one was asked for. */
export type SentFile = { content: Buffer; filename: string; beside?: string };

/** What a form may hold beside its file. */
const beside = 64 * 1024;

/**
 * The file of a multipart form, whole and in memory: for lists that are read at once and not kept. Counted while it
 * comes; what is larger than a list is read to its end, so that the page can say so, and not kept.
 */
export async function readSentFile(
  request: Request,
  field: string,
  besideField?: string,
): Promise<Result<SentFile, TableRefusal | 'file_missing'>> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('multipart/form-data') || !request.body)
    throw new Response('Send a form', { status: 415 });
  const bytes = await bytesOf(request.body.getReader());
  if (!bytes) return refuse('table_too_large');
  const form = await new Response(bytes, { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => undefined);
  if (!form) throw new Response('The form could not be read', { status: 400 });
  const file = form.get(field);
  if (file === null || typeof file === 'string' || file.name === '') return refuse('file_missing');
  const word = besideField === undefined ? null : form.get(besideField);
  return ok({
    content: Buffer.from(await file.arrayBuffer()),
    filename: file.name,
    ...(typeof word === 'string' ? { beside: word } : {}),
  });
}

/**
 * The action of a page that sends one file: what `read` makes of it has a page of its own; a file that cannot be taken
 * brings the same page, 400, with the reason's name.
 */
export async function takeSentFile(
  request: Request,
  field: string,
  read: (file: SentFile) => Promise<Result<{ id: string }>>,
  toPage: (id: string) => string,
) {
  const file = await readSentFile(request, field);
  const outcome = file.ok ? await read(file.value) : file;
  return outcome.ok ? redirect(toPage(outcome.value.id)) : unstored(outcome.refusal);
}

async function bytesOf(reader: ReadableStreamDefaultReader<Uint8Array>) {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > 10 * mostTableBytes) throw new Response('Too large', { status: 413 });
    if (bytes <= mostTableBytes + beside) parts.push(part.value);
    else parts.length = 0;
  }
  return bytes <= mostTableBytes + beside ? Buffer.concat(parts) : undefined;
}
