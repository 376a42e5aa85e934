import type { z } from 'zod';

import { mostUploadBytes, documentTypes, officeTypes } from '#app/platform/files/documents.ts';
import { theScanner } from '#app/platform/files/scan.server.ts';
import type { Storage, StoredFile } from '#app/platform/files/storage.server.ts';
import { readUpload, type UploadProblem, type UploadRule } from '#app/platform/files/upload.server.ts';
import { parseForm, type Read } from '#app/platform/form.server.ts';
import { cameAgain } from '#app/platform/once.ts';
import type { Result } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';

import { addDocument, addVersion, attachLicence, type Received } from './commands.server.ts';
import { shownRule } from './evidence.server.ts';
import { documentForm, versionForm } from './forms.ts';
import { mostBytesOf, type Kind } from './model.ts';

const field = 'file';
const types = [...documentTypes, ...officeTypes];

const problems: Record<UploadProblem | 'file_missing', string> = {
  file_missing: 'Choose a file',
  file_type_refused:
    'This file is not a PDF, a photo or a plain office document. Documents with macros or a password are not taken. Nothing was stored',
  file_too_large: 'This file is larger than it may be. Nothing was stored. Choose a smaller one',
  file_empty: 'This file is empty. Choose another one',
  file_unreadable: 'This picture is damaged or far too large. Nothing was stored. Choose another one',
  storage_unavailable:
    'The file could not be stored just now. Your answers stand below: choose the file again and send once more',
};

type Receiving<S extends z.ZodType> = {
  request: Request;
  storage: Storage;
  rule: UploadRule;
  schema: S;
  take: (form: z.output<S>, file: Received) => Promise<Result<unknown>>;
};

/** Words and file in one form; the file stays only when the document was taken. */
async function receive<S extends z.ZodType>({ request, storage, rule, schema, take }: Receiving<S>) {
  const { fields, file, problem } = await readUpload(request, storage, rule);
  const form = parseForm(fields, schema);
  if (form.ok && file) {
    const outcome = await take(form.value, received(file));
    if (!outcome.ok) await forget(storage, file.key);
    return { read: true as const, outcome, reply: form.reply };
  }
  return unread(storage, form.reply, file, problem ?? 'file_missing');
}

type Showing<S extends z.ZodType> = Omit<Receiving<S>, 'take' | 'rule'> & {
  take: (form: z.output<S>, file: Received | undefined) => Promise<Result<unknown>>;
};

/** The same on the page of a record, where a file may show what the words say. */
export async function receiveShown<S extends z.ZodType>({ request, storage, schema, take }: Showing<S>) {
  const { fields, file, problem } = await readUpload(request, storage, shownRule);
  const form = parseForm(fields, schema);
  if (form.ok && !problem) {
    const outcome = await take(form.value, file && received(file));
    if (file && (!outcome.ok || cameAgain(outcome))) await forget(storage, file.key);
    return { read: true as const, outcome, reply: form.reply };
  }
  return unread(storage, form.reply, file, problem);
}

/** A file by itself, with the words that name what it shows. */
export const receiveFile = <S extends z.ZodType>(receiving: Omit<Receiving<S>, 'rule'>) =>
  receive({ ...receiving, rule: shownRule });

const received = (file: StoredFile): Received => ({ ...file, quarantined: theScanner() !== undefined });

async function unread(
  storage: Storage,
  reply: Reply,
  file: StoredFile | undefined,
  problem: UploadProblem | 'file_missing' | undefined,
) {
  if (file) await forget(storage, file.key);
  const message = file ? 'Choose the file once more' : problem && problems[problem];
  const told: Reply = { ...reply, status: 'error' };
  return { read: false as const, reply: message ? problemWithFile(told, message) : told };
}

const forget = (storage: Storage, key: string) => storage.remove(key).catch(() => undefined);

type Reply = Read<unknown>['reply'];
const problemWithFile = (reply: Reply, message: string): Reply => ({
  ...reply,
  status: 'error',
  error: { ...reply.error, [field]: [message] },
});

export const receiveDocument = (scope: Scope<Recruiter>, request: Request, storage: Storage) =>
  receive({
    request,
    storage,
    rule: {
      field,
      types,
      mostBytes: mostUploadBytes,
      mostFor: (fields) => mostBytesOf(kindAnswered(fields)),
    },
    schema: documentForm,
    take: (form, file) => addDocument(scope, form, file),
  });

type Renewed = { id: string; kind: Kind };

export const receiveVersion = (
  scope: Scope<Recruiter>,
  { id, kind }: Renewed,
  request: Request,
  storage: Storage,
) =>
  receive({
    request,
    storage,
    rule: { field, types, mostBytes: mostBytesOf(kind) },
    schema: versionForm,
    take: (form, file) => addVersion(scope, id, form, file),
  });

function kindAnswered(fields: FormData) {
  const kind = fields.get('kind');
  return typeof kind === 'string' ? kind : '';
}

const scanRule: UploadRule = { field: 'scan', mostBytes: mostBytesOf('licence'), types: documentTypes };

/** The scan of a licence alone, for an application of one's own. */
export async function receiveLicence(
  scope: Scope<Recruiter>,
  applicationId: string,
  request: Request,
  storage: Storage,
) {
  const { file, problem } = await readUpload(request, storage, scanRule);
  if (!file) return { stored: false as const, problem: problem ?? ('file_missing' as const) };
  const outcome = await attachLicence(scope, applicationId, received(file));
  if (!outcome.ok) await forget(storage, file.key);
  return { stored: true as const, outcome };
}
