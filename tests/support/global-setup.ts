import type { TestProject } from 'vitest/node';

import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';

import { forAWhile } from './memory.ts';
import { asAdmin, template } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string;
  }
}

/** One server for the whole run, with the migrated template every test copies; TEST_DATABASE_URL names another. */
export default async function startServer(project: TestProject) {
  const given = process.env['TEST_DATABASE_URL'];
  const postgres = given ? { url: given, stop: () => Promise.resolve() } : await startTemporary(forAWhile());
  const serverUrl = postgres.url.replace(/\/[^/]*$/, '');
  // On a server that stays, the template of the run before is still there.
  await asAdmin(serverUrl, `drop database if exists ${template} with (force)`);
  await asAdmin(serverUrl, `create database ${template}`);
  await migrate(`${serverUrl}/${template}`);
  project.provide('serverUrl', serverUrl);
  return postgres.stop;
}
