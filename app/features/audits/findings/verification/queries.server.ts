import type { Kysely } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import { verificationMethods } from '../model.ts';

const method = z.enum(verificationMethods);

/** What its verification is measured by: the day the evidence came, every document of it, the workers its remedy counts. */
export async function findSent(db: Kysely<Database>, { id, round }: { id: string; round: number }) {
  const sent = await db
    .selectFrom('finding_evidence')
    .select(['round', 'document_id as documentId', 'submitted_at as submittedAt'])
    .where('finding_id', '=', id)
    .execute();
  const remedy = await db
    .selectFrom('remedy')
    .innerJoin('remedy_people as people', 'people.remedy_id', 'remedy.id')
    .select('people.affected')
    .where('remedy.finding_id', '=', id)
    .executeTakeFirst();
  const latest = sent.find((proof) => proof.round === round);
  return {
    evidenceOn: latest ? dayOf(latest.submittedAt) : '',
    sent: sent.flatMap(({ documentId }) => documentId ?? []),
    counted: remedy?.affected ?? null,
  };
}

/** What was seen, by whom, and what the second person relied on who closed the finding. */
export async function findVerification(db: Kysely<Database>, findingId: string) {
  const row = await db
    .selectFrom('finding_verification as seen')
    .innerJoin('account as verifier', 'verifier.id', 'seen.verified_by')
    .select(['seen.method', 'seen.seen', 'seen.seen_on as seenOn', 'seen.place', 'seen.round'])
    .select([
      'seen.confirmed',
      'seen.affected',
      'seen.verified_at as verifiedAt',
      'verifier.name as verifier',
    ])
    .where('seen.finding_id', '=', findingId)
    .executeTakeFirst();
  if (!row) return undefined;
  return { ...row, method: method.parse(row.method), documents: await listLookedAt(db, findingId) };
}

const listLookedAt = (db: Kysely<Database>, findingId: string) =>
  db
    .selectFrom('finding_verification_document as looked')
    .innerJoin('finding_evidence as proof', (join) =>
      join
        .onRef('proof.document_id', '=', 'looked.document_id')
        .onRef('proof.finding_id', '=', 'looked.finding_id'),
    )
    .innerJoin('document_version as file', (join) =>
      join
        .onRef('file.document_id', '=', 'proof.document_id')
        .onRef('file.version', '=', 'proof.document_version'),
    )
    .select(['file.document_id as id', 'file.version', 'file.filename', 'proof.round'])
    .where('looked.finding_id', '=', findingId)
    .orderBy('proof.round')
    .limit(100)
    .execute();

/** Who closed it, and in which words; null while it is open, or where it closed with its verification. */
export async function findClosing(db: Kysely<Database>, findingId: string) {
  const row = await db
    .selectFrom('finding')
    .innerJoin('account as closer', 'closer.id', 'finding.closed_by')
    .select(['finding.closing_words as words', 'finding.closed_at as closedAt', 'closer.name as closer'])
    .where('finding.id', '=', findingId)
    .executeTakeFirst();
  return row?.words && row.closedAt ? { ...row, words: row.words, closedAt: row.closedAt } : undefined;
}
