import { createHash, randomBytes } from 'node:crypto';

import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { linkHours, linkPurposes, type BrokenLink, type LinkPurpose, type OneTimeLink } from './model.ts';

type Wanted = { purpose: LinkPurpose; email: string } & Partial<
  Pick<OneTimeLink, 'signUpId' | 'invitationId' | 'addressChangeId'>
>;

/** Lays a link down and has it mailed: the same work and the same time, whether somebody is behind the address or not. */
export async function requestLink(
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope, 'actor' | 'now'>,
  { purpose, email, signUpId, invitationId, addressChangeId }: Wanted,
) {
  const { id } = await trx
    .insertInto('one_time_link')
    .values({
      purpose,
      email: email.toLowerCase(),
      sign_up_id: signUpId ?? null,
      invitation_id: invitationId ?? null,
      address_change_id: addressChangeId ?? null,
      created_at: now,
      expires_at: new Date(now.getTime() + linkHours[purpose] * 3_600_000),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(trx, { actor, now, subject: id }, 'link.requested', { purpose });
  return id;
}

const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** A secret for a link, made when its mail is written; only its hash stays here. */
export async function makeSecret(db: Kysely<Database>, linkId: string) {
  const secret = randomBytes(24).toString('base64url');
  await db
    .insertInto('one_time_secret')
    .values({ hash: hashed(secret), link_id: linkId })
    .execute();
  return secret;
}

const shape = z.object({
  id: z.string(),
  purpose: z.enum(linkPurposes),
  email: z.string(),
  signUpId: z.string().nullable(),
  invitationId: z.string().nullable(),
  addressChangeId: z.string().nullable(),
});

const links = (db: Kysely<Database>) =>
  db
    .selectFrom('one_time_link as link')
    .select(['link.id', 'link.purpose', 'link.email', 'link.sign_up_id as signUpId'])
    .select(['link.invitation_id as invitationId', 'link.address_change_id as addressChangeId'])
    .select(['link.used_at as usedAt', 'link.expires_at as expiresAt']);

export async function findLinkById(db: Kysely<Database>, id: string): Promise<OneTimeLink | undefined> {
  const row = await links(db).where('link.id', '=', id).executeTakeFirst();
  return row && shape.parse(row);
}

type Asked = { purposes: readonly LinkPurpose[]; now: Date };

/** The link behind a secret, if it still opens something of these purposes. */
export async function findLink(db: Kysely<Database>, secret: string, { purposes, now }: Asked) {
  const row = await bySecret(db, secret).executeTakeFirst();
  return judge(row, { purposes, now });
}

/** The same, used up: call it in the transaction that does what the link is for. Of two at once, one finds it used. */
export async function useLink(trx: Transaction<Database>, secret: string, asked: Asked) {
  const row = await bySecret(trx, secret).forUpdate('link').executeTakeFirst();
  const link = judge(row, asked);
  if (link.ok) {
    await trx
      .updateTable('one_time_link')
      .set({ used_at: asked.now })
      .where('id', '=', link.value.id)
      .execute();
  }
  return link;
}

const bySecret = (db: Kysely<Database>, secret: string) =>
  links(db)
    .innerJoin('one_time_secret as secret', 'secret.link_id', 'link.id')
    .where('secret.hash', '=', hashed(secret));

type Row = { usedAt: Date | null; expiresAt: Date } | undefined;

function judge(row: Row, { purposes, now }: Asked): Result<OneTimeLink, BrokenLink> {
  if (!row) return refuse('unknown_link');
  const link = shape.parse(row);
  if (!purposes.includes(link.purpose)) return refuse('unknown_link');
  if (row.usedAt) return refuse('used_link');
  return row.expiresAt <= now ? refuse('expired_link') : ok(link);
}

/** Links and waiting sign-ups that nobody used are forgotten a month later, with the address in them. */
export async function forgetOldLinks({ db, now }: Pick<Scope, 'db' | 'now'>) {
  const before = new Date(now.getTime() - 30 * 86_400_000);
  await db.deleteFrom('one_time_link').where('expires_at', '<', before).execute();
  await db
    .deleteFrom('sign_up')
    .where('created_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('one_time_link').select('id').whereRef('sign_up_id', '=', 'sign_up.id'))),
    )
    .execute();
  await db.deleteFrom('pending_sign_in').where('expires_at', '<', now).execute();
  await db.deleteFrom('webauthn_challenge').where('expires_at', '<', now).execute();
  await db.deleteFrom('single_sign_on_state').where('expires_at', '<', now).execute();
}
