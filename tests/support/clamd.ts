import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const verdictOf = (content: Buffer) =>
  content.includes('EICAR') ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0';

/** Speaks clamd's INSTREAM on loopback; finds EICAR. `answer` stands for what it says instead; undefined for nothing. */
export async function aClamd(over: 'tcp' | 'unix' = 'tcp', ...answers: (string | undefined)[]) {
  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      received = Buffer.concat([received, Buffer.from(data)]);
      const content = contentOf(received);
      if (!content) return;
      heard.push(content);
      const answer = answers.length > 0 ? answers[0] : verdictOf(content);
      if (answer !== undefined) socket.end(answer);
    });
  });
  const path = join(tmpdir(), `clamd-${crypto.randomUUID()}.sock`);
  await new Promise<void>((resolve) =>
    over === 'unix' ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve),
  );
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    url: over === 'unix' ? `unix:${path}` : `tcp://127.0.0.1:${port}`,
    heard,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(path, { force: true });
    },
  };
}

/** The whole stream once its empty chunk has come. */
function contentOf(received: Buffer) {
  const command = 'zINSTREAM\0';
  if (received.length < command.length) return undefined;
  if (received.toString('latin1', 0, command.length) !== command) throw new Error('not INSTREAM');
  const chunks: Buffer[] = [];
  for (let place = command.length; place + 4 <= received.length;) {
    const length = received.readUInt32BE(place);
    if (length === 0) return Buffer.concat(chunks);
    if (place + 4 + length > received.length) return undefined;
    chunks.push(received.subarray(place + 4, place + 4 + length));
    place += 4 + length;
  }
  return undefined;
}
