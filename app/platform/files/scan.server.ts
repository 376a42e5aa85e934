import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { theConfig } from '../config.server.ts';

export type Verdict = 'clean' | 'infected';
/** Throws when nobody could look: that is no verdict, and is tried again. */
export type Scanner = (content: Readable) => Promise<Verdict>;

/** The scanner of this installation; none where it has none. */
export const theScanner = (): Scanner | undefined => {
  const url = theConfig().CLAMD_URL;
  return url === undefined ? undefined : clamd(url);
};

/** clamd's INSTREAM: chunks with their length before them, an empty one at the end, one line as the answer. */
export const clamd =
  (url: string, { timeout = 120_000 }: { timeout?: number } = {}): Scanner =>
  async (content) => {
    const socket = connect(placeOf(url));
    socket.setTimeout(timeout, () => socket.destroy(new Error('The scanner does not answer')));
    const answer = answerOf(socket);
    // Read below; a source that breaks comes first, and must not leave this one unheard.
    answer.catch(() => undefined);
    try {
      await pipeline(content, framed, socket, { end: false }).catch(async (error: unknown) => {
        socket.destroy();
        // It may have said why it hung up: too large, for example.
        const said = await answer.catch(() => '');
        throw new Error(`The scan broke off: ${said || String(error)}`, { cause: error });
      });
      return verdictOf(await answer);
    } finally {
      socket.destroy();
    }
  };

function placeOf(url: string) {
  const { protocol, hostname, port, pathname } = new URL(url);
  return protocol === 'unix:' ? { path: pathname } : { host: hostname, port: Number(port || 3310) };
}

async function* framed(chunks: AsyncIterable<Buffer>) {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of chunks) {
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

const answerOf = (socket: Socket) =>
  new Promise<string>((resolve, reject) => {
    let said = '';
    const answered = () => resolve(said.replace(/\0/g, '').trim());
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said = (said + text).slice(0, 4096);
      if (said.includes('\0')) answered();
    });
    socket.on('error', reject).on('end', answered).on('close', answered);
  });

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return 'clean';
  if (answer.endsWith(' FOUND')) return 'infected';
  throw new Error(`The scanner could not look: ${answer || 'it hung up'}`);
}
