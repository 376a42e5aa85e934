import type { TestProject } from 'vitest/node';

import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';

import { asAdmin, template } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string;
  }
}

/** One server for the whole run, with the migrated template every test copies. */
export default async function startServer(project: TestProject) {
  const postgres = await startTemporary();
  const serverUrl = postgres.url.replace(/\/fairroute$/, '');
  await asAdmin(serverUrl, `create database ${template}`);
  await migrate(`${serverUrl}/${template}`);
  project.provide('serverUrl', serverUrl);
  return postgres.stop;
}
