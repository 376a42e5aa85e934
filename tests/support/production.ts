import { startHouse } from '#app/commands/house.ts';
import { addPerson, foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { connect } from '#db/client.server.ts';
import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';

import { freePort } from './port.ts';
import { signingKeysIn } from './signing-keys.ts';
import { startMailServer } from './smtp.ts';
import { watchStatements } from './statements.ts';

export const password = 'a long enough password';

/** A production house behind one proxy, on a database, a port and a mail server of its own; every statement is noted. */
export async function openProduction(settings: Record<string, string> = {}) {
  const postgres = await startTemporary();
  await migrate(postgres.url);
  const mail = await startMailServer();
  const wire = await watchStatements(postgres.url);
  const { db } = connect(postgres.url, { max: 3 });
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const house = await startHouse({
    DATABASE_URL: wire.url,
    PORT: port,
    ORIGIN: origin,
    DEMO: '0',
    WORKER: 'off',
    LOG_LEVEL: 'fatal',
    SMTP_URL: mail.url,
    STORAGE_URL: `file://${postgres.folder}/files`,
    SIGNING_KEYS: signingKeysIn(postgres.folder),
    TRUST_PROXY: '1',
    ...settings,
  });
  return {
    db,
    origin,
    mail,
    statements: wire.statements,
    async close() {
      await house.stop();
      await db.destroy();
      await wire.stop();
      await mail.stop();
      await postgres.stop();
    },
  };
}

export type Production = Awaited<ReturnType<typeof openProduction>>;

type Sent = { from?: string; cookie?: string };

/** A form as a browser sends it, from an address of its own. */
export const send = (
  { origin }: Production,
  path: string,
  fields: Record<string, string>,
  { from = '203.0.113.1', cookie = '' }: Sent = {},
) =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin, Cookie: cookie, 'X-Forwarded-For': from },
    body: new URLSearchParams(fields),
  });

/** Companies, each with its owner, who can sign in. */
export async function addCompanies({ db }: Production, emails: readonly string[]) {
  const now = new Date();
  for (const email of emails) {
    const kind = 'company';
    const organisationId = await foundOrganisation({ db, now }, { kind, name: email, country: 'SE' });
    const person = { organisationId, kind, role: kind, name: 'Erik Holm', email, password } as const;
    await addPerson({ db, now }, person);
  }
}

/** The session's cookie of somebody who signs in. */
export async function cookieOf(house: Production, email: string, from?: string) {
  const answer = await send(house, '/sign-in', { email, password }, from ? { from } : {});
  const cookie = answer.headers
    .getSetCookie()
    .map((text) => text.split(';')[0] ?? '')
    .find((text) => text.startsWith('fairroute_session='));
  if (!cookie) throw new Error(`${email} could not sign in: ${answer.status}`);
  return cookie;
}
