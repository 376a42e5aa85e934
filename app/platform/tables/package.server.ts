import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

import { NotTaken } from './table.ts';

/** A workbook is a zip of parts; `part` inflates one as it is read, within what all of them may come to. */
export type Package = {
  has(name: string): boolean;
  part(name: string): AsyncIterable<Buffer> | undefined;
};

const most = { entries: 1000, declared: 512 * 1024 * 1024, inflated: 64 * 1024 * 1024 };
/** XML of a real sheet packs 10 to 40 times; deflate packs nothing but repetition 1,000 times. */
const packed = { from: 1024 * 1024, ratio: 200 };

const hostile = [
  [/vbaproject|\/macrosheets\/|\/dialogsheets\//i, 'table_macros'],
  [/\/externallinks\/|\/connections[.]xml$|\/querytables\//i, 'table_links'],
  [/\/embeddings\/|\/activex\/|\/ctrlprops\//i, 'table_embedded'],
  [/\/workbook[.]bin$/i, 'table_old_kind'],
] as const;

/** Looks at the list of contents before anything is inflated. Throws `NotTaken`. */
export async function openPackage(content: Buffer): Promise<Package> {
  const zip = await fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: true });
  const entries = await admitted(zip, content.length);
  const budget = { left: most.inflated };
  const key = (name: string) => name.replace(/^\//, '').toLowerCase();
  return {
    has: (name) => entries.has(key(name)),
    part(name) {
      const entry = entries.get(key(name));
      return entry && inflate(zip, entry, budget);
    },
  };
}

async function admitted(zip: ZipFile, bytes: number) {
  const entries = new Map<string, Entry>();
  let declared = 0;
  let compressed = 0;
  if (zip.entryCount > most.entries) throw new NotTaken('table_inflates');
  for await (const entry of zip.eachEntry()) {
    const { fileName, compressedSize, uncompressedSize } = entry;
    if (entry.isEncrypted()) throw new NotTaken('table_encrypted');
    for (const [name, refusal] of hostile) if (name.test(`/${fileName}`)) throw new NotTaken(refusal);
    declared += uncompressedSize;
    compressed += compressedSize;
    const ratio = uncompressedSize / Math.max(compressedSize, 1);
    const bomb = uncompressedSize > packed.from && ratio > packed.ratio;
    // More packed bytes than the file has: its entries lie on top of each other.
    if (bomb || declared > most.declared || compressed > bytes) throw new NotTaken('table_inflates');
    entries.set(fileName.toLowerCase(), entry);
  }
  return entries;
}

/** What the list of contents declares may be a lie: it is counted again while it comes. */
async function* inflate(zip: ZipFile, entry: Entry, budget: { left: number }): AsyncGenerator<Buffer> {
  try {
    const content: AsyncIterable<unknown> = await zip.openReadStreamPromise(entry);
    for await (const chunk of content) {
      if (!Buffer.isBuffer(chunk)) continue;
      budget.left -= chunk.length;
      if (budget.left < 0) throw new NotTaken('table_inflates');
      yield chunk;
    }
  } catch (error) {
    const lied = error instanceof Error && /too many bytes/.test(error.message);
    throw lied ? new NotTaken('table_inflates') : error;
  }
}
