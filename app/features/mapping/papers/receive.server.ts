import type { z } from 'zod';

import { documentTypes, mostDocumentBytes } from '#app/platform/files/documents.ts';
import { theScanner } from '#app/platform/files/scan.server.ts';
import type { Storage, StoredFile } from '#app/platform/files/storage.server.ts';
import { readUpload, type UploadProblem } from '#app/platform/files/upload.server.ts';
import { parseForm } from '#app/platform/form.server.ts';
import type { Result } from '#app/platform/result.ts';

import type { Received } from './commands.server.ts';

const rule = { field: 'file', types: documentTypes, mostBytes: mostDocumentBytes };

const problems: Record<UploadProblem, string> = {
  file_type_refused: 'This file is not a PDF and no photo. Nothing was stored',
  file_too_large: 'This file is larger than 25 MB. Nothing was stored. Choose a smaller one',
  file_empty: 'This file is empty. Choose another one',
  file_unreadable: 'This picture is damaged or far too large. Nothing was stored. Choose another one',
  storage_unavailable:
    'The file could not be stored just now. Your answers stand below: choose the file again and send once more',
};

type Receiving<S extends z.ZodType> = {
  request: Request;
  storage: Storage;
  schema: S;
  take: (form: z.output<S>, file: Received | undefined) => Promise<Result<unknown>>;
};

/** Words, and a file where one shows what they say; the file stays only when the words were taken. */
export async function receiveShown<S extends z.ZodType>({ request, storage, schema, take }: Receiving<S>) {
  const { fields, file, problem } = await readUpload(request, storage, rule);
  const form = parseForm(fields, schema);
  if (form.ok && !problem) {
    const outcome = await take(form.value, file && received(file)).catch(async (error: unknown) => {
      await forget(storage, file);
      throw error;
    });
    if (!outcome.ok) await forget(storage, file);
    return { read: true as const, outcome, reply: form.reply };
  }
  await forget(storage, file);
  const message = file ? 'Choose the file once more' : problem && problems[problem];
  const told = { ...form.reply, status: 'error' as const };
  return {
    read: false as const,
    reply: message ? { ...told, error: { ...told.error, file: [message] } } : told,
  };
}

const received = (file: StoredFile): Received => ({ ...file, quarantined: theScanner() !== undefined });

const forget = async (storage: Storage, file: StoredFile | undefined) =>
  file && storage.remove(file.key).catch(() => undefined);
