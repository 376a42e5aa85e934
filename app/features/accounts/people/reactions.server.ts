import type { Kysely } from 'kysely';

import { mailPeople } from '#app/events/mail-people.server.ts';
import { messageId, type Effect, type Means } from '#app/events/reaction.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { addressChanged } from '#emails/accounts/address-changed.tsx';
import { newDevice } from '#emails/accounts/new-device.tsx';
import { passwordChanged } from '#emails/accounts/password-changed.tsx';

/** Whoever signed out again at once is told of nevertheless. */
const gone = { device: 'A device that is signed out again', place: 'An unknown place' };

export const mailNewDevice = (means: Means): Effect<'account.new_device'> =>
  mailPeople(means, {
    to: (_db, { subject }) => Promise.resolve([subject]),
    async write({ payload, occurredAt }) {
      const session = await means.db
        .selectFrom('session')
        .select(['device', 'place'])
        .where('public_id', '=', payload.sessionId)
        .executeTakeFirst();
      const link = `${means.origin}/me/sessions`;
      return newDevice({ ...(session ?? gone), time: timeInWords(occurredAt), link });
    },
  });

export const mailPasswordChanged = (means: Means): Effect<'account.password_changed'> =>
  mailPeople(means, {
    to: (_db, { subject }) => Promise.resolve([subject]),
    write: ({ payload, occurredAt }) =>
      Promise.resolve(
        passwordChanged({
          by: payload.by,
          time: timeInWords(occurredAt),
          link: `${means.origin}/reset`,
        }),
      ),
  });

const ends = ['old', 'new'] as const;

/** To both mailboxes: the one that is left behind may be the only one its person still reads. */
export const mailAddressChanged = ({ db, mailer, origin }: Means): Effect<'account.address_changed'> => ({
  targets: () => Promise.resolve([...ends]),
  async run(fact, target) {
    const end = ends.find((known) => known === target);
    const to = end && (await mailboxAt(db, fact.payload.addressChangeId, end));
    const newEmail = await mailboxAt(db, fact.payload.addressChangeId, 'new');
    if (!to || !newEmail) return;
    const email = addressChanged({ end, newEmail, time: timeInWords(fact.occurredAt), link: `${origin}/me` });
    await mailer.send({ to, messageId: messageId(fact, target, origin), ...email });
  },
});

/** Either mailbox of a change, as its link was sent there; nothing once the account is closed. */
async function mailboxAt(db: Kysely<Database>, addressChangeId: string, end: 'old' | 'new') {
  const row = await db
    .selectFrom('one_time_link')
    .select('email')
    .where('address_change_id', '=', addressChangeId)
    .where('purpose', '=', `confirm_${end}_address`)
    .limit(1)
    .executeTakeFirst();
  return row?.email;
}
