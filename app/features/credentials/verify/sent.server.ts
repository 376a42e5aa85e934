import { ok, refuse, type Result } from '#app/platform/result.ts';

import type { SentProblem } from '../model.ts';
import { mostLetters } from './read.server.ts';

/** A form's own edges and names. A receipt is ASCII; letters that take several bytes leave room for fewer. */
const mostBytes = mostLetters + 64 * 1024;

/**
 * The credential of a form: pasted, or in a file. Counted while it comes; what is larger than any credential is read to
 * its end and not kept, so that the page can still say so, up to a size that only somebody who means harm sends.
 */
export async function readPasted(request: Request): Promise<Result<string, SentProblem>> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type))
    throw new Response('Send a form', { status: 415 });
  const bytes = await bytesOf(request);
  if (!bytes) return refuse('too_large');
  const form = await new Response(bytes, { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => undefined);
  if (!form) throw new Response('The form could not be read', { status: 400 });
  const [pasted, file] = [form.get('credential'), form.get('file')];
  if (typeof pasted === 'string' && pasted.trim() !== '') return ok(pasted);
  if (file !== null && typeof file !== 'string' && file.size > 0) return ok(await file.text());
  return refuse('nothing');
}

async function bytesOf({ body }: Request) {
  const reader = body?.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > 100 * 1024 * 1024) throw new Response('Too large', { status: 413 });
    if (bytes <= mostBytes) parts.push(part.value);
    else parts.length = 0;
  }
  return bytes <= mostBytes ? Buffer.concat(parts) : undefined;
}
