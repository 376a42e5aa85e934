import { recordEvent } from '#app/events/record.server.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { writeEntry } from '../../complaints/commands/on-case.server.ts';
import type { Caseworker } from '../policy.ts';
import { onOpenCase, writeAnswer, type OnOpen } from './on-open.server.ts';

/** Writes to the reporter, who reads it with number and code. */
export const answerReporter = (scope: Scope<Caseworker>, complaintId: string, text: string) =>
  onOpenCase(scope, complaintId, async (on) => {
    await writeAnswer(on, text);
    return ok(undefined);
  });

/** For whoever works on the case. */
export const writeNote = (scope: Scope<Caseworker>, complaintId: string, text: string) =>
  onOpenCase(scope, complaintId, async (on) => {
    await writeEntry(on, { kind: 'note', by: on.actor.accountId, said: { text } });
    await tellOfNote(on);
    return ok(undefined);
  });

const translatable = ['account', 'section', 'message'];

/** What a piece says, in the words of the desk, beside the original. */
export const writeTranslation = (
  scope: Scope<Caseworker>,
  complaintId: string,
  { ofEntry, text }: { ofEntry: string; text: string },
) =>
  onOpenCase(scope, complaintId, async (on) => {
    const entry = await on.trx
      .selectFrom('complaint_entry')
      .select('kind')
      .where('complaint_id', '=', complaintId)
      .where(isId('id', ofEntry))
      .executeTakeFirst();
    if (!entry || !translatable.includes(entry.kind)) return refuse('not_found');
    await writeEntry(on, { kind: 'translation', ofEntry, by: on.actor.accountId, said: { text } });
    await tellOfNote(on);
    return ok(undefined);
  });

const tellOfNote = ({ trx, now, complaint, actor }: OnOpen) =>
  recordEvent(trx, { actor, now, subject: complaint.id }, 'complaint.noted', {});
