import { randomBytes } from 'node:crypto';

import type { Pool } from 'pg';

import { recordEvent } from '#app/events/record.server.ts';
import { hashPassword, passwordMatches } from '#app/platform/sealed/password.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { roomFor } from '../code/limits.server.ts';
import { drawNumber, passphraseFor } from '../code/passphrase.server.ts';
import type { ReportForm } from '../forms.ts';
import { contentOf, leafOf } from '../leaf.server.ts';
import { reporter } from '../model.ts';
import { dueAt } from '../rules.ts';
import { entryAt, markOf, sealIn } from '../sealing.server.ts';

type House = Pick<Scope, 'db' | 'now'> & { pool: Pool; language: string };

/** For how long the same first step is answered once more: a line that broke is tried again within minutes. */
const againMs = 3_600_000;

/**
 * Receives a complaint: sealed, with the code it is come back to by. The same sent again, because the answer was lost on the
 * way, has the same answer; anything else under its id is refused. What is answered is stored.
 */
export async function sendComplaint(house: House, form: ReportForm) {
  const { db, now, pool } = house;
  const sentMark = markOf(
    'sent',
    JSON.stringify([form.id, form.happened, form.whom, form.danger, form.child]),
  );
  const passphrase = passphraseFor(form.id);
  const kept = await findSent(db, form.id);
  if (kept) return again(kept, { sentMark, passphrase, now });
  const aboutMark = form.whom ? markOf('about', spelt(form.whom)) : null;
  if ((await roomFor(pool, aboutMark)) > 0) return refuse('busy');
  const hashed = await hashPassword(passphrase);
  const number = await receive(house, form, { sentMark, aboutMark, hashed });
  if (number) return ok({ number, passphrase });
  const first = await findSent(db, form.id);
  return first ? again(first, { sentMark, passphrase, now }) : refuse('busy');
}

/** However a name is written, it is one: for counting and for finding cases that belong together, in no way for reading. */
const spelt = (whom: string) =>
  whom
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

const findSent = (db: House['db'], id: string) =>
  db
    .selectFrom('complaint')
    .select(['number', 'passphrase_hash', 'sent_mark', 'received_at'])
    .where('id', '=', id)
    .executeTakeFirst();

type Kept = NonNullable<Awaited<ReturnType<typeof findSent>>>;
type Again = { sentMark: Buffer; passphrase: string; now: Date };

async function again(kept: Kept, { sentMark, passphrase, now }: Again) {
  const lately = now.getTime() - kept.received_at.getTime() < againMs;
  const same = kept.sent_mark.equals(sentMark);
  // With another key file the same id has another code: then it is not ours to say again.
  return lately && same && (await passwordMatches(kept.passphrase_hash, passphrase))
    ? ok({ number: kept.number, passphrase })
    : refuse('sent_before');
}

type Marked = { sentMark: Buffer; aboutMark: Buffer | null; hashed: string };

/** The number it was received under; undefined where its id, or the number that was drawn, is taken. */
async function receive(
  { db, now, language }: House,
  { id, happened, whom, danger, child }: ReportForm,
  { sentMark, aboutMark, hashed }: Marked,
) {
  const number = drawNumber();
  const received = {
    ...{ number, day: dayOf(now), content: contentOf(happened) },
    salt: randomBytes(16).toString('hex'),
  };
  const entryId = crypto.randomUUID();
  const sealed = await sealIn(entryAt(id, entryId), { happened, whom, received });
  return db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('complaint')
      .values({
        ...{ id, number, language, passphrase_hash: hashed, danger, child },
        ...{ sent_mark: sentMark, about_mark: aboutMark, leaf: leafOf(received) },
        ...{ received_at: now, since: now, due_at: dueAt('received', { since: now, severe: false }) },
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .executeTakeFirst();
    if (!made) return undefined;
    await trx
      .insertInto('complaint_entry')
      .values({ id: entryId, complaint_id: id, kind: 'account', sealed, written_at: now })
      .execute();
    await recordEvent(trx, { actor: reporter, now, subject: id }, 'complaint.received', { danger, child });
    return made.number;
  });
}
