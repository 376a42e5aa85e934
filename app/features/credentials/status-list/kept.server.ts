import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { log } from '#app/platform/operation/log.server.ts';

import { listId, type ListName } from '../model.ts';

const shape = z.object({
  /** What it was made from: the same again is not signed again. */
  made: z.string(),
  validUntil: z.string(),
  /** As `application/vc`. */
  document: z.string(),
  /** As `application/vc+jwt`. */
  token: z.string(),
});
/** A list as it was last published, in both envelopes. */
export type PublishedList = z.infer<typeof shape>;

const fileOf = (folder: string, name: ListName) => join(folder, `${listId(name)}.json`);

/** What was last published by a server of this folder; undefined where nothing was, or what is there cannot be read. */
export async function readKept(folder: string, name: ListName): Promise<PublishedList | undefined> {
  const text = await readFile(fileOf(folder, name), 'utf8').catch(() => '');
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Written aside and renamed, so that half a list is never read. A disk that takes nothing is no reason not to answer. */
export async function keepList(folder: string, name: ListName, list: PublishedList) {
  const file = fileOf(folder, name);
  const aside = `${file}.${crypto.randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(aside, JSON.stringify(list), { mode: 0o600 });
    await rename(aside, file);
  } catch (error) {
    log.warn({ err: error }, 'a status list could not be kept on disk');
  }
}
