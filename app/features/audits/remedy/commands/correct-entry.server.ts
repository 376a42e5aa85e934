import { dayOf } from '#app/platform/calendar.ts';
import { recordEvent } from '#app/events/record.server.ts';
import { refuse } from '#app/platform/result.ts';
import type { Auditor, Recruiter, Actor, Scope } from '#app/platform/scope.ts';

import type { Finding } from '../../findings/model.ts';
import { mayAnswer, mayAudit } from '../../policy.ts';
import type { CorrectForm } from '../forms.ts';
import { correct } from '../rules.ts';
import { aboutRemedy, lineOf, onRemedy, settle } from './on-remedy.server.ts';

/** Both sides write to the ledger: the recruiter what it paid, the team everything. */
const mayCorrect = (actor: Actor, finding: Finding): actor is Auditor | Recruiter =>
  mayAudit(actor, finding) || mayAnswer(actor, finding);

/** Takes one entry back with its opposite; both stay. */
export const correctEntry = (scope: Scope, findingId: string, { entry: entryId, note }: CorrectForm) =>
  onRemedy(scope, findingId, mayCorrect, async ({ trx, finding, remedy, actor }) => {
    const outcome = correct(remedy, finding, entryId);
    if (!outcome.ok) return outcome;
    const { entry } = outcome.value;
    const owed = entry.kind === 'affected' || entry.kind === 'owed';
    if (owed && actor.kind === 'recruiter') return refuse('team_corrects');
    const { accountId: by } = actor;
    const line = { remedyId: remedy.id, happenedOn: dayOf(scope.now), note, by, now: scope.now };
    const money = 'currency' in entry && {
      ...{ category: entry.category, payer: entry.payer, currency: entry.currency },
      ...{ amount_minor: -entry.amountMinor, item_id: 'itemId' in entry ? entry.itemId : null },
    };
    await trx
      .insertInto('remedy_entry')
      .values({ ...lineOf(line, entry.kind), ...money, corrects_id: entry.id, workers: -entry.workers })
      .execute();
    const fact = aboutRemedy(scope, finding, remedy.id);
    await recordEvent(trx, fact, 'remedy.corrected', { kind: entry.kind });
    await settle(trx, fact, finding);
    return outcome;
  });
