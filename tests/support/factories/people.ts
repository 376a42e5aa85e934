import type { Kysely } from 'kysely';

import { addPerson, foundOrganisation } from '#app/features/accounts/commands.server.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { now } from './audits.ts';

export const visitor = { kind: 'visitor' } as const;
export const strong = 'violet thunder pencil harbour';
export const another = 'copper lantern meadow orbit';

type Sent = { to: string; text: string };

/** The secret of the last link to such a page in a mailbox. */
export function secretFor(sent: Sent[], to: string, page: string) {
  const letter = sent.findLast((mail) => mail.to === to && mail.text.includes(`${page}/`));
  const secret = new RegExp(`${page}/([\\w-]{20,})`).exec(letter?.text ?? '')?.[1];
  if (!secret) throw new Error(`no link to ${page} came to ${to}`);
  return secret;
}

/** Somebody with an agency of their own, or in one that is there. */
export async function aRecruiter(
  db: Kysely<Database>,
  email: string,
  organisationId?: string,
): Promise<SignedIn> {
  const kind = 'recruiter';
  const agency = { kind, name: 'Himal Workforce', country: 'NP' } as const;
  const id = organisationId ?? (await foundOrganisation({ db, now }, agency));
  const person = { organisationId: id, kind, role: kind, name: 'Mina Rai', email, password: strong } as const;
  return { kind, accountId: await addPerson({ db, now }, person), organisationId: id };
}

/** A session of theirs; answers with the id by which pages name it. */
export async function aSession(db: Kysely<Database>, { accountId }: SignedIn, id: string) {
  const { id: membershipId } = await db
    .selectFrom('membership')
    .select('id')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  const { public_id } = await db
    .insertInto('session')
    .values({
      id: id.repeat(64).slice(0, 64),
      account_id: accountId,
      membership_id: membershipId,
      idle_minutes: 60,
      method: 'password',
      confirmed_at: now,
      device: 'Firefox on Linux',
      place: 'Nepal',
      expires_at: new Date(Date.now() + 3_600_000),
    })
    .returning('public_id')
    .executeTakeFirstOrThrow();
  return public_id;
}
