import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import canonicalize from 'canonicalize';
import { z } from 'zod';

/** Published data that tests are held against where it lies beside the repository; none of it is copied into it. */
const beside = fileURLToPath(new URL('../../../../shared/', import.meta.url));

/**
 * The SHA-256 of each file's canonical JSON as it was published (UNTP: tag v0.7.0): one that drifted is not what our
 * credentials are promised to fit.
 */
const published = {
  'untp/schema/dcc/ConformityCredential.json':
    '10869cc870bdf9e1d499c46a319c78fcdae7b1a4f37d837a84d34a4aaffb0883',
  'untp/context/untp.jsonld': '3c0f6d7e6fdd4e54fc167c98a8ae232739c582fab845522bf81e7c67c881714f',
} as const;
export type Reference = keyof typeof published;

/** Why a test that needs it does not run; part of the test's name, so that whoever reads the run sees it. */
export const isHere = (file: string) => existsSync(`${beside}${file}`);
export const whereAbsent = 'skipped where the published files do not lie beside the repository';

const anObject = z.record(z.string(), z.unknown());

/** A published file; throws for one that is not as it was published. */
export function reference(file: Reference) {
  const read = anObject.parse(JSON.parse(readFileSync(`${beside}${file}`, 'utf8')));
  const found = createHash('sha256')
    .update(canonicalize(read) ?? '')
    .digest('hex');
  if (found !== published[file])
    throw new Error(`${file} has the SHA-256 ${found}: it is not the published one`);
  return read;
}
