import { createServer } from 'node:http';

import { createRequestHandler } from '@remix-run/express';
import express, { type ErrorRequestHandler } from 'express';
import * as build from 'virtual:remix/server-build';

import { answerApi, theGround } from './api/answer.server.ts';
import { answerBadge } from './api/marks/badge.server.ts';
import { theMeans } from './composition/means.server.ts';
import { tableOf } from './composition/table-of-frame.ts';
import { workWhenReady } from './composition/worker.server.ts';
import { keepNoMore, keptAnswers } from './platform/kept/process.server.ts';
import { keptPage } from './platform/kept/pages.server.ts';
import { SettingsError, theConfig } from './platform/config.server.ts';
import { theDatabase } from './platform/database/client.server.ts';
import { defences, defendApi, readable, sameSite } from './platform/defences.server.ts';
import { health } from './platform/operation/health.server.ts';
import { log } from './platform/operation/log.server.ts';
import { clientAddress, inRequest } from './platform/request.server.ts';
import { needKeys } from './platform/signing/signing.server.ts';

/** The built server: `node build/server/index.js` serves (and works, unless WORKER=off); with `worker` it only works. */
async function start(mode: string | undefined) {
  const { PORT, HOST, WORKER } = theConfig();
  await needKeys();
  const server = mode === 'worker' ? undefined : listen(PORT, HOST);
  const works = mode === 'worker' || WORKER === 'inline';
  const working = works ? workWhenReady(theMeans(), theDatabase().pool) : undefined;

  const stop = () => {
    server?.close();
    server?.closeIdleConnections();
    const closed = new Promise((resolve) => (server ? server.once('close', resolve) : resolve(undefined)));
    void Promise.allSettled([closed, working?.stop() ?? Promise.resolve(), keepNoMore()])
      .then(() => theDatabase().db.destroy())
      .finally(() => process.exit(0));
    // A request that never ends does not keep the house open.
    setTimeout(() => process.exit(0), 8000).unref();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  // Started by another process of ours: end with it, also when it was killed.
  if (process.channel) process.once('disconnect', stop);
}

function listen(port: number, host: string) {
  const app = site();
  const api = defendApi((request, response) => answerApi(request, response, clientAddress(app, request)));
  // A recruiter's own site shows them, whatever its origin.
  const badges = defendApi((request, response) => answerBadge(theGround(), request, response));
  const server = createServer((request, response) => {
    // Programs ask most often and need least: they are answered before anything is unpacked for pages.
    if (request.url?.startsWith('/api/')) api(request, response);
    else if (request.url?.startsWith('/badges/')) badges(request, response);
    else if (!keptPage(keptAnswers(), request, response)) app(request, response);
  });
  server.on('error', (error) => {
    process.stderr.write(`The server cannot listen on port ${port}: ${error.message}\n`);
    process.exit(1);
  });
  return server.listen(port, host, () => process.send?.('listening'));
}

function site() {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', theConfig().TRUST_PROXY);
  app.use(inRequest);
  app.use(defences());
  app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y' }));
  app.use(express.static('build/client', { maxAge: '1h' }));
  app.use(health());
  app.use(readable);
  app.use(sameSite);
  for (const frame of ['routes/frames/worker', 'routes/frames/public']) {
    const { build: own, paths } = tableOf(build, frame);
    const pages = createRequestHandler({ build: own, mode: 'production' });
    app.all(paths, (request, response, next) => void pages(request, response, next));
  }
  const pages = createRequestHandler({ build: build, mode: 'production' });
  app.all('*', (request, response, next) => void pages(request, response, next));
  app.use(unreadable);
  return app;
}

/** Addresses no program should send: said in a line, with the headers of any other answer. */
const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return void next(error);
  const status = statusOf(error);
  if (status >= 500) log.error({ err: error }, 'unexpected');
  response
    .status(status)
    .type('text')
    .send(status < 500 ? 'This address cannot be read.' : 'Something went wrong.');
};

const statusOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === 400 ? 400 : 500;

start(process.argv[2]).catch((error: unknown) => {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
