import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect as dial, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

import { startEmbedded } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';

import { forAWhile } from './memory.ts';

/** A line to a database that stays under one address: it can be cut, and it can hang, as lines do. `altered`: on the way. */
export async function aLine(port: () => number, altered = (part: Buffer) => part) {
  const sockets = new Set<Socket>();
  let hangs = false;
  const server = createServer((client) => {
    const database = dial(port(), '127.0.0.1');
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(from);
      if (hangs) from.pause();
      from.on('data', (part: Buffer) => to.write(altered(part)));
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    hang() {
      hangs = true;
      for (const socket of sockets) socket.pause();
    },
    goOn() {
      hangs = false;
      for (const socket of sockets) socket.resume();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** A PostgreSQL with our tables that a test stops and starts; whoever asks it finds it under one address throughout. */
export async function aStoppableDatabase() {
  const folder = await mkdtemp(join(forAWhile(), 'fairroute-stops-'));
  // The server may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const start = () => startEmbedded({ dataDir: join(folder, 'postgres'), durable: false });
  let running = await start();
  await migrate(running.url);
  const line = await aLine(() => running.port);
  const through = new URL(running.url);
  through.port = String(line.port);
  return {
    line,
    /** By the line that may hang. */
    url: through.href,
    /** Past it. */
    direct: () => running.url,
    stop: () => running.stop(),
    async start() {
      running = await start();
    },
    async close() {
      line.close();
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
