import type { Kysely } from 'kysely';

import type { EventType } from '#app/events/catalogue.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { tagOf } from '#app/platform/kept/network.ts';
import { senderTo } from '#app/platform/outbound/sender.server.ts';
import type { Database } from '#db/client.server.ts';

/**
 * Has the network in front forget one recruiter: its record, its history and every certificate it held. Sent in the words of two
 * kinds of networks, again until it was taken; without a network nothing is sent.
 */
export const purgeNetwork = <T extends EventType>({ db, network }: Means): Effect<T> => ({
  urgent: true,
  targets: async (from, { subject }) => (network ? numbersAbout(from, subject) : []),
  async run(_fact, number) {
    if (!network) return;
    const tags = await tagsOf(db, number);
    const { send = senderTo({ allowLoopback: false, own: true }) } = network;
    const answer = await send(network.purgeUrl, {
      headers: { 'Content-Type': 'application/json', 'Surrogate-Key': tags.join(' '), ...network.headers },
      body: JSON.stringify({ tags }),
    });
    const taken = answer.status !== null && answer.status >= 200 && answer.status < 300;
    // The queue tries again.
    if (!taken) throw new Error(`The network did not take a purge: ${answer.status ?? answer.problem}`);
  },
});

/** Whom a certificate, an application or a job order is about, or an organisation itself. */
async function numbersAbout(db: Kysely<Database>, subject: string) {
  const rows = await db
    .selectFrom('registration')
    .select('number')
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('organisation_id', '=', subject),
        eb(
          'organisation_id',
          'in',
          selectFrom('certificate').select('organisation_id').where('id', '=', subject),
        ),
        eb(
          'organisation_id',
          'in',
          selectFrom('application').select('organisation_id').where('id', '=', subject),
        ),
        eb(
          'organisation_id',
          'in',
          selectFrom('job_order').select('organisation_id').where('id', '=', subject),
        ),
      ]),
    )
    .execute();
  return rows.map(({ number }) => number);
}

async function tagsOf(db: Kysely<Database>, number: string) {
  const held = await db
    .selectFrom('certificate')
    .innerJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    .select('certificate.number')
    .where('registration.number', '=', number)
    .orderBy('certificate.number')
    .execute();
  return [tagOf('recruiter', number), ...held.map((one) => tagOf('certificate', one.number))];
}
