import { createServer, request as ask } from 'node:http';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import S3rver from 's3rver';

import { s3Storage } from '#app/platform/files/s3.server.ts';
import { folderStorage, type Storage } from '#app/platform/files/storage.server.ts';

import { freePort } from './port.ts';

export type Store = {
  /** As STORAGE_URL names it. */
  url: string;
  storage: Storage;
  /** Every file that lies there, by its path; what the store writes about a file apart. */
  files: () => Promise<string[]>;
  /** Uploads in parts that were begun, and those that were called off. */
  begun: () => number;
  aborted: () => number;
  close: () => Promise<void>;
};

const filesUnder = async (folder: string, ending = '') =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'fairroute-store-'));
  return { folder, clear: () => rm(folder, { recursive: true, force: true }) };
}

export async function aFolderStore(): Promise<Store> {
  const { folder, clear } = await aFolder();
  const url = pathToFileURL(folder).href;
  return {
    url,
    storage: folderStorage(url),
    files: () => filesUnder(folder),
    begun: () => 0,
    aborted: () => 0,
    close: clear,
  };
}

/** A real server that speaks S3, on loopback. */
export async function anS3Store(): Promise<Store> {
  const { folder, clear } = await aFolder();
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'evidence', configs: [] }],
  });
  const { port: behind } = await server.run();
  const heard: string[] = [];
  // It knows no abort, so what was asked is written down in front of it.
  const front = createServer((asked, answer) => {
    const { method, url, headers } = asked;
    heard.push(`${method ?? ''} ${url ?? ''}`);
    const on = ask({ host: '127.0.0.1', port: behind, method, path: url, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers);
      got.pipe(answer);
    });
    on.on('error', () => answer.destroy());
    asked.pipe(on);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => front.listen(port, '127.0.0.1', resolve));
  const endpoint = encodeURIComponent(`http://127.0.0.1:${port}`);
  const url = `s3://S3RVER:S3RVER@evidence?endpoint=${endpoint}&region=us-east-1`;
  return {
    url,
    storage: s3Storage(url),
    files: () => filesUnder(folder, '._S3rver_object'),
    begun: () => heard.filter((line) => /^POST .*[?&]uploads/.test(line)).length,
    aborted: () => heard.filter((line) => /^DELETE .*[?&]uploadId=/.test(line)).length,
    async close() {
      front.closeAllConnections();
      front.close();
      await server.close();
      await clear();
    },
  };
}
