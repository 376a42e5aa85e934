import { theScanner } from '#app/platform/files/scan.server.ts';
import type { Storage } from '#app/platform/files/storage.server.ts';
import { readUpload } from '#app/platform/files/upload.server.ts';
import { parseForm } from '#app/platform/form.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { putClip, type Text } from './commands.server.ts';
import { clipForm } from './forms.ts';
import { mostClipBytes } from './model.ts';
import type { ClipKeeper } from './policy.ts';

/** What browsers everywhere play, and a phone need not fetch much of. */
const clipTypes = ['audio/mpeg', 'audio/ogg', 'audio/mp4', 'audio/aac'];

const rule = { field: 'file', mostBytes: mostClipBytes, types: clipTypes };

/** A recording, and what it was read from, in one form; the file stays only when it was taken. */
export async function receiveClip(scope: Scope<ClipKeeper>, text: Text, request: Request, storage: Storage) {
  const { fields, file, problem } = await readUpload(request, storage, rule);
  if (!file) return { stored: false as const, problem: problem ?? ('file_missing' as const) };
  const forget = () => storage.remove(file.key).catch(() => undefined);
  // Written anew it may have grown by a few bytes.
  if (file.bytes > mostClipBytes) {
    await forget();
    return { stored: false as const, problem: 'file_too_large' as const };
  }
  const form = parseForm(fields, clipForm);
  if (!form.ok) {
    await forget();
    return { stored: false as const, problem: 'text_changed' as const };
  }
  try {
    const quarantined = theScanner() !== undefined;
    const outcome = await putClip(scope, text, form.value.text, { ...file, quarantined });
    if (!outcome.ok) await forget();
    return { stored: true as const, outcome };
  } catch (error) {
    await forget();
    throw error;
  }
}
