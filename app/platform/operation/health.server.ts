import { timingSafeEqual } from 'node:crypto';

import { Router } from 'express';
import { collectDefaultMetrics, register } from 'prom-client';

import { migrationsAreCurrent } from '#db/migrate.ts';

import { theConfig } from '../config.server.ts';
import { theDatabase } from '../database/client.server.ts';

/** `/healthz`, `/readyz`, `/metrics` as contract section 3 has them. */
export function health() {
  collectDefaultMetrics();
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text').send('ok');
  });
  router.get('/readyz', (_request, response) => {
    migrationsAreCurrent(theDatabase().db).then(
      (current) =>
        response
          .status(current ? 200 : 503)
          .type('text')
          .send(current ? 'ready' : 'migrations are pending'),
      () => response.status(503).type('text').send('the database does not answer'),
    );
  });
  router.get('/metrics', (request, response) => {
    if (!mayRead(request.get('Authorization'))) return void response.status(404).end();
    register.metrics().then(
      (text) => response.type(register.contentType).send(text),
      () => response.status(500).end(),
    );
  });
  return router;
}

function mayRead(authorization = '') {
  const token = theConfig().METRICS_TOKEN;
  if (!token) return false;
  const [given, wanted] = [Buffer.from(authorization), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
