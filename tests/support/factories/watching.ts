import type { IncomingHttpHeaders } from 'node:http';

import type { Kysely } from 'kysely';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { serve } from '../loopback.ts';
import { aPerson } from './audits.ts';

/** A company with an owner, and somebody more of it where asked. */
export async function aCompany(db: Kysely<Database>, now: Date, name = 'Northwind') {
  const id = await foundOrganisation({ db, now }, { kind: 'company', name, country: 'SE' });
  const one = async (person: string, owner: boolean): Promise<Scope<Company>> => {
    const actor = await aPerson(db, { id, kind: 'company' }, 'company', person);
    if (owner)
      await db
        .updateTable('membership')
        .set({ owner_since: now })
        .where('account_id', '=', actor.accountId)
        .execute();
    return { db, now, actor: { ...actor, ...(owner && { owner }) } };
  };
  return { id, owner: await one('Erik Holm', true), another: (person = 'Ola Berg') => one(person, false) };
}

export type Heard = { headers: IncomingHttpHeaders; body: string };

/** A receiver on loopback: answers with the next of `statuses`, the last of them for good. */
export async function aReceiver(...statuses: number[]) {
  const heard: Heard[] = [];
  const { url, stop } = await serve((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      const status = statuses[Math.min(heard.length, statuses.length - 1)] ?? 200;
      heard.push({ headers: request.headers, body });
      response.writeHead(status).end(`answer ${heard.length}`);
    });
  });
  return { heard, url: `${url}/hook`, stop };
}
