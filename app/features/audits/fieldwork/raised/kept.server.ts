import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { listDeclared } from '../../findings/requirement/queries.server.ts';
import type { Audit } from '../../model.ts';
import { mayAudit } from '../../policy.ts';
import { findRefused, listRefused, type Refused } from '../operations.server.ts';

type Of = Pick<Audit, 'id' | 'applicationId'>;

/** What came too late or was not taken, with what it is measured by in the words that were read. Ask only with an audit of one's own team. */
export const listKept = async (db: Kysely<Database>, audit: Of) =>
  withDeclared(db, audit, await listRefused(db, audit.id));

/** One that is about this indicator, to raise a finding in its words: for the team alone. */
export async function findKeptWords({ db, actor }: Scope<Auditor>, audit: Audit, code: string, id: string) {
  if (!mayAudit(actor, audit) || !z.uuid().safeParse(id).success) return undefined;
  const row = await findRefused(db, audit.id, id);
  if (row?.code !== code) return undefined;
  const [kept] = await withDeclared(db, audit, [row]);
  return kept;
}

async function withDeclared(db: Kysely<Database>, { applicationId }: Of, rows: Refused[]) {
  const places = rows.flatMap(({ raising }) => raising?.declaration ?? []);
  const declared = await listDeclared(db, applicationId, places);
  return rows.map((row) => ({
    ...row,
    declared: declared.find(({ value }) => value === row.raising?.declaration) ?? null,
  }));
}
