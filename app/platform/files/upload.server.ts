import { PassThrough, Readable } from 'node:stream';

import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { fileTypeFromBuffer } from 'file-type';

import type { Storage, StoredFile } from './storage.server.ts';

/** `types`: media types admitted, judged by content and never by name. */
export type UploadRule = { field: string; mostBytes: number; types: readonly string[] };
export type UploadProblem = 'file_too_large' | 'file_type_refused' | 'file_empty';
export type Upload = { fields: FormData; file: StoredFile | undefined; problem: UploadProblem | undefined };

const sniffed = 4100;

/**
 * Streams one multipart form: words are collected, the file goes to storage while it arrives. A file of another type
 * is refused on its first bytes, one over the limit as soon as it passes it; neither leaves anything behind.
 */
export async function readUpload(request: Request, storage: Storage, rule: UploadRule): Promise<Upload> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('multipart/form-data') || !request.body)
    throw new Response('Send a form', { status: 415 });

  const upload: Upload = { fields: new FormData(), file: undefined, problem: undefined };
  const headers: BusboyHeaders = { 'content-type': type };
  const limits = { fileSize: rule.mostBytes, files: 1, fields: 50, fieldSize: 64 * 1024 };
  const parts = new Busboy({ headers, limits });
  let storing: Promise<void> = Promise.resolve();

  parts.on('field', (name, value) => upload.fields.append(name, value));
  parts.on('file', (name, content, filename) => {
    // Half a form breaks off its file as well; the form's own error below is the one that counts.
    content.on('error', () => undefined);
    if (name !== rule.field || !filename) return void content.resume();
    storing = store(content, filename, { storage, rule, upload });
    // Awaited below; a parser error may come first, and must not leave this one unheard.
    storing.catch(() => undefined);
  });

  const whole = new Promise<void>((resolve, reject) => {
    parts.on('finish', resolve);
    parts.on('error', reject);
    Readable.from(chunksOf(request)).on('error', reject).pipe(parts);
  });
  await whole.catch(async () => {
    await storing.catch(() => undefined);
    // The file of half a form may have come to its end without being whole.
    if (upload.file) await storage.remove(upload.file.key);
    throw new Response('The form could not be read', { status: 400 });
  });
  await storing;
  return upload;
}

async function* chunksOf(request: Request) {
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) yield part.value;
}

type Content = Readable & { truncated?: boolean };
type Means = { storage: Storage; rule: UploadRule; upload: Upload };

async function store(content: Content, filename: string, { storage, rule, upload }: Means) {
  const head = await firstBytes(content);
  const found = await fileTypeFromBuffer(head);
  if (head.length === 0) upload.problem = 'file_empty';
  else if (!found || !rule.types.includes(found.mime)) upload.problem = 'file_type_refused';
  if (upload.problem || !found) return void content.resume();

  const whole = new PassThrough();
  whole.write(head);
  content.on('error', (error) => whole.destroy(error)).pipe(whole);
  const { key, bytes, sha256 } = await storage.write(whole);
  if (content.truncated) {
    await storage.remove(key);
    upload.problem = 'file_too_large';
    return;
  }
  upload.file = { key, bytes, sha256, mediaType: found.mime, filename: filename.slice(-200) };
}

/** Enough of the start to know the type; the stream then goes on where this left it. */
async function firstBytes(content: Readable) {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < sniffed) {
    const chunk: unknown = content.read() ?? (content.readableEnded ? null : await next(content));
    if (!Buffer.isBuffer(chunk)) break;
    chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

const next = (content: Readable) =>
  new Promise<unknown>((resolve) => {
    const done = () => {
      content.off('readable', done).off('end', done).off('error', done);
      resolve(content.read());
    };
    content.on('readable', done).on('end', done).on('error', done);
  });
