import { recordEvent } from '#app/events/record.server.ts';
import { audioTypes } from '#app/platform/files/audio.ts';
import { photoTypes } from '#app/platform/files/documents.ts';
import { mostSoundBytes } from '#app/platform/files/sound.server.ts';
import type { Storage, StoredFile } from '#app/platform/files/stored.server.ts';
import { readUpload, type Upload, type UploadProblem } from '#app/platform/files/upload.server.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { onCase, type House } from '../commands/on-case.server.ts';
import { reporter } from '../model.ts';
import { fileAt, sealIn } from '../sealing.server.ts';
import { sealing, type FileKey } from './sealed-storage.server.ts';

export const mostPhotoBytes = 10 * 1024 * 1024;
/** What one case holds of photos and voice messages. */
const mostFiles = 20;

const rule = {
  field: 'file',
  mostBytes: Math.max(mostPhotoBytes, mostSoundBytes),
  types: [...photoTypes, ...audioTypes],
};

export type FileProblem = 'file_too_large' | 'file_type' | 'file_broken' | 'files_full' | 'not_saved';

/** What a store or a reader of files calls it, as whoever sent it is told. */
const problems: Record<UploadProblem, FileProblem> = {
  file_too_large: 'file_too_large',
  file_type_refused: 'file_type',
  file_empty: 'file_broken',
  file_unreadable: 'file_broken',
  storage_unavailable: 'not_saved',
};

/** Reads one form with a file, which goes to the store without what the phone wrote into it, and sealed. */
export async function readFile(request: Request, storage: Storage) {
  const sealed = sealing(storage);
  const upload = await readUpload(request, sealed.storage, rule);
  return { upload, keyOf: sealed.keyOf };
}

type Read = Awaited<ReturnType<typeof readFile>>;

/** Keeps the file that was read in the case, or says why not; what is not kept leaves nothing behind. */
export async function keepFile(
  house: House & { storage: Storage },
  complaintId: string | undefined,
  { upload, keyOf }: Read,
) {
  const { file, problem } = upload;
  if (!file) return refuse(problemOf(problem));
  const forget = () => house.storage.remove(file.key).catch(() => undefined);
  const key = keyOf(file.key);
  if (complaintId === undefined || !key) {
    await forget();
    return refuse('file_broken');
  }
  try {
    const kept = await addFile(house, complaintId, { file, key });
    if (!kept.ok) await forget();
    return kept.ok ? kept : refuse(kept.refusal === 'files_full' ? kept.refusal : 'file_broken');
  } catch (error) {
    await forget();
    throw error;
  }
}

const problemOf = (problem: Upload['problem']): FileProblem =>
  problem === undefined ? 'file_broken' : problems[problem];

/** A photo or voice message of whoever reported it. */
const addFile = (house: House, complaintId: string, { file, key }: { file: StoredFile; key: FileKey }) =>
  onCase(house, complaintId, async ({ trx, now, complaint }) => {
    const { count } = await trx
      .selectFrom('complaint_file')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('complaint_id', '=', complaint.id)
      .executeTakeFirstOrThrow();
    if (count >= mostFiles) return refuse('files_full');
    const id = crypto.randomUUID();
    await trx
      .insertInto('complaint_file')
      .values({
        ...{ id, complaint_id: complaint.id, storage_key: file.key, media_type: file.mediaType },
        ...{ bytes: file.bytes, added_at: now, sealed_key: await sealIn(fileAt(complaint.id, id), key) },
      })
      .execute();
    await recordEvent(trx, { actor: reporter, now, subject: complaint.id }, 'complaint.added_to', {});
    return ok({ id });
  });
