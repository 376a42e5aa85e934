import { connect as dial, createServer } from 'node:net';

/**
 * Stands between the house and its PostgreSQL and notes every statement that goes through, as the wire has it: what a
 * page costs is then counted without the house knowing.
 */
export async function watchStatements(databaseUrl: string) {
  const real = new URL(databaseUrl);
  const statements: string[] = [];
  const server = createServer((client) => {
    const database = dial(Number(real.port), real.hostname);
    const read = reader((text) => statements.push(text));
    client.on('data', (part) => {
      read(part);
      database.write(part);
    });
    database.on('data', (part) => client.write(part));
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const through = new URL(databaseUrl);
  through.hostname = '127.0.0.1';
  through.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: through.href,
    statements,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Reads the client's half of the protocol: a start without a type, then messages of a type, a length and a body. */
function reader(note: (statement: string) => void) {
  let rest = Buffer.alloc(0);
  let started = false;
  // Whoever listens for changes asks twice a second whether the line stands, for no page.
  let listens = false;
  return (part: Buffer) => {
    rest = Buffer.concat([rest, part]);
    for (;;) {
      const head = started ? 1 : 0;
      if (rest.length < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      const body = rest.subarray(head + 4, end);
      // Q: a text asked at once; P: a text parsed, to be asked with values.
      if (started && !listens && rest[0] === 0x51) note(textAt(body, 0));
      if (started && !listens && rest[0] === 0x50) note(textAt(body, body.indexOf(0) + 1));
      if (!started) listens = body.includes('fairroute-register');
      started = true;
      rest = rest.subarray(end);
    }
  };
}

const textAt = (body: Buffer, from: number) => body.toString('utf8', from, body.indexOf(0, from));
