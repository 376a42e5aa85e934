import { inject, test as base } from 'vitest';

import { rendered, type Mail, type Mailer } from '#app/platform/mailer.server.ts';

import { copyOfTemplate } from './postgres.ts';
import { drain } from './queue.ts';

type Sent = Omit<Mail, 'body'> & { html: string; text: string };
type Copy = Awaited<ReturnType<typeof copyOfTemplate>>;

/** Keeps what would have been sent. */
function recordingMailer() {
  const sent: Sent[] = [];
  const mailer: Mailer & { sent: Sent[] } = {
    sent,
    async send({ body, ...mail }) {
      sent.push({ ...mail, ...(await rendered({ body })) });
    },
  };
  return mailer;
}

type Fixtures = {
  copy: Copy;
  db: Copy['db'];
  url: string;
  mailer: ReturnType<typeof recordingMailer>;
  now: Date;
  /** Runs the queue until nothing is due. */
  work: () => Promise<void>;
};

/** A test with a database of its own. */
export const test = base.extend<Fixtures>({
  // vitest reads what a fixture needs from its first parameter, which therefore has to be a pattern.
  copy: async ({}, use) => {
    const copy = await copyOfTemplate(inject('serverUrl'));
    await use(copy);
    await copy.drop();
  },
  db: async ({ copy }, use) => use(copy.db),
  url: async ({ copy }, use) => use(copy.url),
  mailer: async ({}, use) => use(recordingMailer()),
  now: async ({}, use) => use(new Date('2026-03-01T09:00:00Z')),
  work: async ({ copy, mailer }, use) => {
    const means = { db: copy.db, mailer, origin: 'http://127.0.0.1:3000' };
    await use(() => drain(copy.pool, means));
  },
});
