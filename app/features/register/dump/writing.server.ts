import { once } from 'node:events';
import { createGzip } from 'node:zlib';

import type { Storage } from '#app/platform/files/storage.server.ts';

import type { Counted } from './model.ts';
import type { Line } from './lines.server.ts';

/** What the first line of a file says. `since`: of changes, when the dump before was of. */
export type Heading = { asOf: Date; since: Date | null; origin: string };

export const headingLine = ({ asOf, since, origin }: Heading) =>
  `${JSON.stringify({ dump: 'fairroute-register', version: 1, origin, asOf, since })}\n`;

/** The last line: a file without it was cut. */
export const endingLine = (counted: Counted) => `${JSON.stringify({ end: counted })}\n`;

export type Writing = Awaited<ReturnType<typeof writing>>;

/** A file of lines on its way to the storage; whoever writes waits while that is slower. */
export async function writing(storage: Storage, heading: Heading) {
  const gzip = createGzip();
  const written = storage.write(gzip);
  // Told to whoever writes or ends; nobody may be listening in between.
  written.catch(() => undefined);
  const counted: Counted = { recruiters: 0, removed: 0 };
  const put = async (text: string) => {
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), written]);
  };
  await put(headingLine(heading));
  return {
    async add(lines: readonly Line[]) {
      for (const { removed } of lines) counted[removed ? 'removed' : 'recruiters'] += 1;
      if (lines.length > 0) await put(`${lines.map(({ text }) => text).join('\n')}\n`);
    },
    async end() {
      await put(endingLine(counted));
      gzip.end();
      return { ...heading, ...counted, ...(await written) };
    },
    /** Nothing of it stays, whole or not. */
    async drop() {
      gzip.destroy(new Error('The dump was given up'));
      const file = await written.catch(() => undefined);
      if (file) await storage.remove(file.key);
    },
  };
}
