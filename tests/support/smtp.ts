import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';

type Letter = { to: string[]; messageId: string; source: string };

/** A real mail server on loopback that keeps what it takes; `hold` lets nothing be taken until `release`. */
export async function startMailServer() {
  const letters: Letter[] = [];
  const waiting: (() => void)[] = [];
  let holding = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const source = Buffer.concat(parts).toString('utf8');
        const messageId = /^Message-ID: *\r?\n? *(\S+)/im.exec(source)?.[1] ?? '';
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), messageId, source });
        if (holding) waiting.push(callback);
        else callback();
      });
    },
  });
  // A client that is killed in mid-sentence is what these tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${portOf(server.server.address())}`,
    letters,
    hold: () => void (holding = true),
    release() {
      holding = false;
      for (const answer of waiting.splice(0)) answer();
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function portOf(address: AddressInfo | string | null) {
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port');
  return address.port;
}
