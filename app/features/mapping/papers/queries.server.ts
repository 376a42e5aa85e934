import type { Kysely, Transaction } from 'kysely';

import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Paper } from './model.ts';

const scanOf = (scan: string): Paper['scan'] => {
  if (scan === 'clean' || scan === 'unscanned' || scan === 'infected') return scan;
  return 'quarantined';
};

const columns = [
  ...(['id', 'title', 'filename', 'bytes', 'scan'] as const),
  ...(['media_type as mediaType', 'sha256', 'storage_key as key', 'company_id as companyId'] as const),
] as const;

const rows = (db: Kysely<Database>) => db.selectFrom('mapping_paper').select(columns);

const toPaper = <R extends { scan: string }>(row: R) => ({ ...row, scan: scanOf(row.scan) });

/** A file of one's own company. */
export async function findPaper({ db, actor }: Scope<Company>, id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const row = await rows(db)
    .where('id', '=', id)
    .where('company_id', '=', actor.organisationId)
    .executeTakeFirst();
  return row && toPaper(row);
}

/** For the scanner, whoever's it is. */
export async function findScanned(db: Kysely<Database>, id: string) {
  const row = await rows(db).where('id', '=', id).executeTakeFirst();
  return row && toPaper(row);
}

/** The same, held until the verdict is written. */
export async function lockScanned(trx: Transaction<Database>, id: string) {
  const row = await rows(trx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toPaper(row);
}
