import type { Insertable, Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

/** The scope of a certificate as it is. */
export const latestVersion = (trx: Transaction<Database>, certificateId: string) =>
  trx
    .selectFrom('certificate_version')
    .select(['version', 'corridors', 'sectors', 'offices'])
    .where('certificate_id', '=', certificateId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();

type Version = Omit<Insertable<Database['certificate_version']>, 'certificate_id'>;

/** The next version, and the certificate that shows it: the database wants to see them agree. */
export async function putVersion(trx: Transaction<Database>, certificateId: string, version: Version) {
  const { corridors, sectors, offices } = version;
  await trx
    .updateTable('certificate')
    .set({ corridors, sectors, offices })
    .where('id', '=', certificateId)
    .execute();
  await trx
    .insertInto('certificate_version')
    .values({ certificate_id: certificateId, ...version })
    .execute();
}
