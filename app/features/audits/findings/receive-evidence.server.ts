import { documentTypes, mostDocumentBytes } from '#app/platform/files/documents.ts';
import { parseForm } from '#app/platform/form.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Storage } from '#app/platform/files/storage.server.ts';
import { readUpload, type UploadProblem } from '#app/platform/files/upload.server.ts';

import { submitEvidence } from './commands/submit-evidence.server.ts';
import { evidenceForm } from './forms.ts';

const rule = { field: 'file', mostBytes: mostDocumentBytes, types: documentTypes };

const problems: Record<UploadProblem, string> = {
  file_type_refused:
    'This file is not a PDF or a photo (JPEG, PNG, WebP). Nothing was stored. Choose another one',
  file_too_large: 'This file is larger than 25 MB. Nothing was stored. Choose a smaller one',
  file_empty: 'This file is empty. Choose another one',
  file_unreadable: 'This picture is damaged or far too large. Nothing was stored. Choose another one',
  storage_unavailable:
    'The file could not be stored just now. Your words stand below: choose the file again and send once more',
};

/** Words and file in one form; the file stays only when the evidence was taken. */
export async function receiveEvidence(scope: Scope, id: string, request: Request, storage: Storage) {
  const { fields, file, problem } = await readUpload(request, storage, rule);
  const form = parseForm(fields, evidenceForm);
  if (form.ok && !problem) {
    const outcome = await submitEvidence(scope, id, form.value, file);
    if (!outcome.ok && file) await storage.remove(file.key);
    return { read: true as const, outcome, reply: form.reply };
  }
  if (file) await storage.remove(file.key);
  const error = { ...form.reply.error, ...(problem ? { file: [problems[problem]] } : {}) };
  return { read: false as const, reply: { ...form.reply, status: 'error' as const, error } };
}
