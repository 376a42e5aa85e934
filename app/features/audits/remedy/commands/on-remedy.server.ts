import type { Insertable, Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Actor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about, onFinding } from '../../findings/commands/on-finding.server.ts';
import type { Finding } from '../../findings/model.ts';
import type { Entry } from '../model.ts';
import { findRemedy, type RemedyRecord } from '../queries.server.ts';
import { isPaid } from '../rules.ts';

type Step<A extends Actor> = {
  trx: Transaction<Database>;
  finding: Finding;
  remedy: RemedyRecord;
  actor: A;
};

/** The finding is locked first, so that two who write to its ledger do so one after the other. */
export const onRemedy = <A extends Actor, O extends Result<unknown>>(
  scope: Scope,
  findingId: string,
  may: (actor: Actor, finding: Finding) => actor is A,
  act: (step: Step<A>) => Promise<O>,
) =>
  onFinding(scope, findingId, may, async ({ trx, finding, actor }) => {
    const remedy = await findRemedy(trx, finding.id);
    return remedy ? act({ trx, finding, remedy, actor }) : refuse('remedy_not_opened');
  });

/** A remedy's facts are told on the timeline of its finding and wherever that is told. */
export const aboutRemedy = (
  scope: Pick<Scope, 'actor' | 'now'>,
  finding: Parameters<typeof about>[1],
  remedyId: string,
) => {
  const { subject, related, ...by } = about(scope, finding);
  return { ...by, subject: remedyId, related: [subject, ...related] };
};

/** Whoever writes the last that was missing hands over to the team; asked of the ledger as it is written now. */
export async function settle(trx: Transaction<Database>, fact: ReturnType<typeof aboutRemedy>, of: Finding) {
  const remedy = await findRemedy(trx, of.id);
  if (remedy && isPaid(remedy)) await recordEvent(trx, fact, 'remedy.settled', {});
}

type Written = { remedyId: string; happenedOn: string; note: string; by: string; now: Date };

/** What every line of a ledger keeps. */
export const lineOf = ({ remedyId, happenedOn, note, by, now }: Written, kind: Entry['kind']) => ({
  ...{ remedy_id: remedyId, kind, happened_on: happenedOn, note },
  ...{ recorded_at: now, recorded_by: by },
});

/** An entry under the number its page gave; one of another ledger that has it already keeps it. */
export async function insertEntry(
  trx: Transaction<Database>,
  id: string | undefined,
  entry: Insertable<Database['remedy_entry']>,
) {
  const made = await trx
    .insertInto('remedy_entry')
    .values({ ...(id && { id }), ...entry })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made ? ok(made) : refuse('sent_before');
}

/** What came under a number before, with the file that shows it. */
export const findSent = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('remedy_entry as entry')
    .leftJoin('document_version as file', (join) =>
      join
        .onRef('file.document_id', '=', 'entry.document_id')
        .onRef('file.version', '=', 'entry.document_version'),
    )
    .select([
      'entry.id',
      'entry.position',
      'entry.remedy_id',
      'entry.kind',
      'entry.happened_on',
      'entry.note',
    ])
    .select(['entry.recorded_at', 'entry.recorded_by', 'entry.category', 'entry.payer', 'entry.currency'])
    .select(['entry.amount_minor', 'entry.item_id', 'entry.workers'])
    .select(['entry.document_id', 'entry.document_version', 'file.sha256'])
    .where('entry.id', '=', id)
    .executeTakeFirst();
export type SentEntry = NonNullable<Awaited<ReturnType<typeof findSent>>>;
