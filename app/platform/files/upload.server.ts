import { PassThrough, pipeline, Readable, Transform, type TransformCallback } from 'node:stream';

import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { fileTypeFromBuffer } from 'file-type';

import { audioNameOf, audioTypes } from './audio.ts';
import { endBytes, endsAsZip, listBytes, officeTypeOf } from './container.ts';
import { mostDocumentBytes, nameFor, officeTypes } from './documents.ts';
import { barePicture } from './picture.server.ts';
import { bareSound, NotSound } from './sound.server.ts';
import { StorageUnavailable, type Storage, type StoredFile, type Written } from './stored.server.ts';

/**
 * `types`: media types admitted, judged by content and never by name. `mostFor` sets a lower limit by the answers that
 * came before the file.
 */
export type UploadRule = {
  field: string;
  mostBytes: number;
  types: readonly string[];
  mostFor?: (fields: FormData) => number;
};
export type UploadProblem =
  'file_too_large' | 'file_type_refused' | 'file_empty' | 'file_unreadable' | 'storage_unavailable';
export type Upload = { fields: FormData; file: StoredFile | undefined; problem: UploadProblem | undefined };

const sniffed = 4100;

/**
 * Streams one multipart form: words are collected, the file goes to storage while it arrives. A file of another type
 * is refused on its first bytes, one over the limit as soon as it passes it; neither leaves anything behind. Pictures are
 * stored upright, and pictures and sound without what cameras and phones write into them.
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
  const drop = async () => {
    await storing.catch(() => undefined);
    // The file of half a form may have come to its end without being whole.
    if (upload.file) await removed(storage, upload.file.key);
    throw new Response('The form could not be read', { status: 400 });
  };
  await whole.catch(drop);
  await storing;
  // No keyboard types a null character, and PostgreSQL stores none.
  if ([...upload.fields.values()].some((value) => typeof value === 'string' && value.includes('\0')))
    await drop();
  return upload;
}

async function* chunksOf(request: Request, most = Infinity) {
  const reader = request.body?.getReader();
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > most) throw new TooLarge();
    yield part.value;
  }
}
class TooLarge extends Error {}

type RawRule = Omit<UploadRule, 'field' | 'mostFor'> & { filename: string };

/**
 * The same for a file that is the whole body. What says at once that it is another type or too large is not read at all;
 * half a file leaves nothing behind.
 */
export async function readRaw(request: Request, storage: Storage, { filename, ...rule }: RawRule) {
  const upload: Upload = { fields: new FormData(), file: undefined, problem: undefined };
  const refuse = (problem: UploadProblem) => ({ file: undefined, problem });
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim() ?? '';
  if (!rule.types.includes(type)) return refuse('file_type_refused');
  if (Number(request.headers.get('Content-Length') ?? 0) > rule.mostBytes) return refuse('file_too_large');
  const content = new PassThrough();
  let broken: unknown;
  Readable.from(chunksOf(request, rule.mostBytes))
    .on('error', (error) => {
      broken = error;
      content.destroy(error);
    })
    .pipe(content);
  content.on('error', () => undefined);
  await store(content, filename, { storage, rule: { ...rule, field: '' }, upload }).catch(
    (error: unknown) => {
      if (!broken) throw error;
    },
  );
  if (!broken) return upload;
  // The file of half a body may have come to its end without being whole.
  if (upload.file) await removed(storage, upload.file.key);
  if (broken instanceof TooLarge) return refuse('file_too_large');
  throw new Response('The file broke off', { status: 400 });
}

/** What was refused must go; a store that is down keeps a file that nothing leads to. */
const removed = (storage: Storage, key: string) => storage.remove(key).catch(() => undefined);

type Content = Readable & { truncated?: boolean };
type Means = { storage: Storage; rule: UploadRule; upload: Upload };

const zip = Buffer.from('PK\u0003\u0004');
const isPicture = (mediaType: string) => mediaType.startsWith('image/');
const isSound = (mediaType: string) => audioTypes.some((type) => type === mediaType);

/** What its first bytes say it is; a zip file may be an office document, which its end will tell. */
async function announcedType(head: Buffer, types: readonly string[]) {
  if (head.subarray(0, 4).equals(zip)) return types.find((type) => officeTypes.includes(type));
  const found = await fileTypeFromBuffer(head);
  const said = found && audioNameOf(found.mime);
  return types.find((type) => type === said && !officeTypes.includes(type));
}

async function store(content: Content, filename: string, { storage, rule, upload }: Means) {
  const head = await firstBytes(content);
  const announced = await announcedType(head, rule.types);
  if (head.length === 0) upload.problem = 'file_empty';
  else if (announced === undefined) upload.problem = 'file_type_refused';
  if (upload.problem || announced === undefined) return void content.resume();

  const plain = announced === 'application/pdf';
  const most = Math.min(
    rule.mostFor?.(upload.fields) ?? rule.mostBytes,
    plain ? rule.mostBytes : mostDocumentBytes,
  );
  const meter = metered(most, plain ? endBytes : listBytes);
  const { written, problem } = await writeThrough(content, { head, meter, storage, announced });
  const over = meter.seen.over || content.truncated === true;
  const mediaType =
    plain || isPicture(announced) || isSound(announced)
      ? announced
      : officeTypeOf(head, meter.tail(), meter.seen.bytes);
  const refused =
    (over ? 'file_too_large' : problem) ??
    (!mediaType || !rule.types.includes(mediaType) || (plain && endsAsZip(meter.tail()))
      ? 'file_type_refused'
      : undefined);
  if (refused || !written || !mediaType) {
    if (written) await removed(storage, written.key);
    upload.problem = refused;
    return;
  }
  upload.file = { ...written, mediaType, filename: nameFor(filename, mediaType) };
}

type Writing = { head: Buffer; meter: Meter; storage: Storage; announced: string };

/** The stream ends up read to its end in any case: the rest of the form comes behind it. */
async function writeThrough(
  content: Content,
  { head, meter, storage, announced }: Writing,
): Promise<{ written?: Written; problem?: UploadProblem }> {
  // Broken off while its first bytes were looked at: nobody would hear of it any more.
  if (content.errored) throw content.errored;
  const whole = new PassThrough();
  whole.write(head);
  let broken: unknown;
  content.on('error', (error) => {
    broken = error;
    whole.destroy(error);
  });
  content.pipe(whole);
  const source = pipeline(whole, meter.through, anew(announced), () => undefined);
  try {
    return { written: await storage.write(source) };
  } catch (error) {
    if (broken) throw error;
    content.unpipe(whole).resume();
    await new Promise((resolve) =>
      content.readableEnded ? resolve(undefined) : content.once('close', resolve).once('end', resolve),
    );
    if (error instanceof StorageUnavailable) return { problem: 'storage_unavailable' };
    return { problem: error instanceof NotSound ? 'file_type_refused' : 'file_unreadable' };
  }
}

/** Pictures and sound are written anew; papers are kept as they came. */
function anew(mediaType: string) {
  if (isPicture(mediaType)) return barePicture(mediaType);
  return isSound(mediaType) ? bareSound(mediaType) : new PassThrough();
}

type Meter = ReturnType<typeof metered>;

/** Counts what passes, keeps its end, and lets nothing more through once there is too much. */
function metered(most: number, tailBytes: number) {
  const seen = { bytes: 0, over: false };
  const last: Buffer[] = [];
  let kept = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      seen.bytes += chunk.length;
      seen.over ||= seen.bytes > most;
      if (seen.over) return void done();
      kept += last.push(chunk) && chunk.length;
      while (kept - (last[0]?.length ?? 0) >= tailBytes) kept -= last.shift()?.length ?? 0;
      done(null, chunk);
    },
  });
  return { seen, through, tail: () => Buffer.concat(last) };
}

/** Enough of the start to know the type; the stream then goes on where this left it. */
async function firstBytes(content: Readable) {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < sniffed) {
    // Ended or broken off already: nothing would be heard of it any more.
    const over = content.readableEnded || content.destroyed;
    const chunk: unknown = content.read() ?? (over ? null : await next(content));
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
