import type { Transaction } from 'kysely';

import { isEnvelope } from '#app/platform/sealed/envelope.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Auditor } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { HeardForm } from '../../interviews/away/forms.ts';
import { openAway } from '../../interviews/away/opening.server.ts';
import { endOn } from '../../interviews/commands/end-interview.server.ts';
import { recordOn } from '../../interviews/commands/record-interview.server.ts';
import { writeOn } from '../../interviews/commands/write-interview.server.ts';
import { findInterview, findNotesOf } from '../../interviews/queries.server.ts';
import { hearInterview } from '../../interviews/rules.ts';
import { openNotes } from '../../interviews/sealing.server.ts';
import type { Audit } from '../../model.ts';
import type { Hearing } from '../forms.ts';

type Taking = { trx: Transaction<Database>; audit: Audit; actor: Auditor; now: Date };

/**
 * An interview that a device sealed: opened here, recorded by the same rules and commands as with a network, and sealed
 * again in the usual way. One that is not recorded is kept as it came. `heard` are the keys that may be named from then on.
 */
export async function takeInterview(taking: Taking, heard: string[], operation: Hearing) {
  const outcome = await recorded(taking, operation);
  if (!outcome.ok)
    return { ...sealedIn(operation), outcome: 'refused' as const, refusal: outcome.refusal, revision: null };
  heard.push(outcome.value.pseudonym);
  return {
    ...{ ...sealedIn(operation), sealed: null },
    ...{ outcome: 'applied' as const, refusal: null, revision: null },
  };
}

/** What is kept of an interview whatever becomes of it; what is not sealed at all is nothing a database may hold. */
export const sealedIn = ({ interviewId, pseudonym, sealed }: Hearing) => ({
  ...{ conformity: null, note: '', evidence: '', base: null, raising: null, finding_id: null },
  ...{ heard_id: interviewId, pseudonym, sealed: isEnvelope(sealed) ? sealed : null },
});

async function recorded(taking: Taking, operation: Hearing) {
  const { trx, audit } = taking;
  const { interviewId: id, pseudonym } = operation;
  if (!isEnvelope(operation.sealed)) return refuse('not_sealed');
  const opened = await openAway(audit.id, operation);
  if (!opened.ok) return opened;
  const before = await findInterview(trx, audit.id, id);
  const may = before ? ok(before) : hearInterview(audit, opened.value);
  if (!may.ok) return may;
  const known = await recordOn(taking, { ...opened.value, id }, pseudonym);
  if (!known.ok) return known;
  const ended = before
    ? await sameWords(taking, before, opened.value)
    : await concluded(taking, id, opened.value);
  return ended.ok ? ok({ pseudonym: known.value.pseudonym }) : ended;
}

async function concluded(taking: Taking, id: string, said: HeardForm) {
  const ended =
    said.outcome === 'done'
      ? await writeOn(taking, id, { ...said, revision: 0 })
      : await endOn(taking, id, said.outcome);
  return ended.ok ? ok({}) : ended;
}

type Before = NonNullable<Awaited<ReturnType<typeof findInterview>>>;

/** Sent by a copy of its browser: the same words under the same number are answered as they were. */
async function sameWords({ trx }: Taking, { id, outcome }: Before, said: HeardForm) {
  if (said.outcome !== 'done') return outcome === said.outcome ? ok({}) : refuse('sent_before');
  const first = await findNotesOf(trx, id, 1);
  const notes = first && (await openNotes(id, 1, first.notes));
  return notes === said.notes ? ok({}) : refuse('sent_before');
}
