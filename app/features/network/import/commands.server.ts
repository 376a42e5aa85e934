import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import { readTable } from '#app/platform/tables/read-table.server.ts';

import type { TakeForm } from '../forms.ts';
import { mostImported } from '../model.ts';
import { mayKeep } from '../policy.ts';
import { insertPartners } from '../store.server.ts';
import { compare, type ComparedRow } from './compare.ts';
import { listKnown, readingShape } from './queries.server.ts';
import { readRows } from './read.ts';
import { take } from './rules.ts';

/** Reads a list of partners and keeps what was read; nothing is added to the network yet. */
export async function readList(
  { db, actor, now }: Scope<Recruiter>,
  { content, filename }: { content: Buffer; filename: string },
) {
  const { organisationId, accountId } = actor;
  if (!mayKeep(actor, organisationId)) return refuse('forbidden');
  const table = await readTable(content, { mostRows: mostImported + 1, mostColumns: 50, sheets: 'first' });
  if (!table.ok) return table;
  const read = readRows(table.value.sheets[0]?.rows ?? []);
  if (!read.ok) return read;
  if (read.value.rows.length + read.value.problems.length === 0) return refuse('list_without_rows');
  const compared = compare(read.value.rows, await listKnown(db, organisationId));
  const problems = [...read.value.problems, ...compared.problems].sort((a, b) => a.row - b.row);
  const { id } = await db
    .insertInto('partner_import')
    .values({
      organisation_id: organisationId,
      filename: filename.slice(-200),
      reading: JSON.stringify({ rows: compared.rows, problems }),
      read_at: now,
      read_by: accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return ok({ id });
}

/** Adds the good rows of a list that was read, all of them or none; twice at once adds them once. */
export function takeList({ db, actor, now }: Scope<Recruiter>, id: string, { duplicates }: TakeForm) {
  return db.transaction().execute(async (trx) => {
    const { organisationId, accountId } = actor;
    const kept = await trx
      .selectFrom('partner_import')
      .select(['organisation_id as organisationId', 'reading', 'taken_at as takenAt'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!kept || !mayKeep(actor, kept.organisationId)) return refuse('not_found');
    const reading = readingShape.parse(kept.reading);
    const decision = take({ takenAt: kept.takenAt, rows: reading.rows }, duplicates);
    if (!decision.ok) return decision;
    const known = new Set((await listKnown(trx, organisationId)).map((partner) => partner.id));
    const partners = placed(decision.value, known);
    if (!partners) return refuse('agency_gone');
    await insertPartners(trx, partners, { organisationId, accountId, now });
    const added = partners.length;
    await trx.updateTable('partner_import').set({ taken_at: now, added }).where('id', '=', id).execute();
    const refused = new Set(reading.problems.map(({ row }) => row)).size;
    const about = { actor, now, subject: organisationId };
    await recordEvent(trx, about, 'partner.imported', { added, refused });
    return ok({ added });
  });
}

/** Agencies come first, so that those who work under them find them; undefined when one has gone meanwhile. */
function placed(rows: readonly ComparedRow[], known: ReadonlySet<string>) {
  const ids = new Map(rows.map(({ row }) => [row, crypto.randomUUID()]));
  const first = rows.toSorted(
    (a, b) => Number(b.details.kind === 'partner_agency') - Number(a.details.kind === 'partner_agency'),
  );
  const partners = first.map(({ row, details, parent }) => ({
    id: ids.get(row) ?? crypto.randomUUID(),
    // An agency of the list that was left out, because one has it already, is nobody's parent.
    details: {
      ...details,
      parentId: parent === null ? null : 'id' in parent ? parent.id : (ids.get(parent.row) ?? null),
    },
    gone: parent !== null && 'id' in parent && !known.has(parent.id),
  }));
  return partners.some(({ gone }) => gone) ? undefined : partners;
}

/** What was read and not taken is forgotten after a day, what was taken after a month: the partners are there. */
export async function forgetOldImports({ db, now }: Pick<Scope, 'db' | 'now'>) {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await db
    .deleteFrom('partner_import')
    .where((where) =>
      where.or([
        where.and([where('taken_at', 'is', null), where('read_at', '<', ago(1))]),
        where('read_at', '<', ago(30)),
      ]),
    )
    .execute();
}
