import { createServer, type RequestListener } from 'node:http';

import { answerWith } from '#app/api/answer.server.ts';
import type { Ground } from '#app/api/door.server.ts';

/** A server on a loopback port of its own. */
export async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}

/** The API on loopback, asked from one address of the outside. */
export const serveApi = (ground: Ground) =>
  serve((request, response) => void answerWith(ground, request, response, '192.0.2.1'));
