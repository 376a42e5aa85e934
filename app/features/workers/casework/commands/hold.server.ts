import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import { isTied } from '#db/has-tie.ts';

import { onCase, writeEntry, type OnCase } from '../../complaints/commands/on-case.server.ts';
import { isHeld } from '../case.server.ts';
import type { HandOverForm } from '../forms.ts';
import { mayWork, type Caseworker } from '../policy.ts';
import * as rules from '../rules.ts';
import { onOpenCase } from './on-open.server.ts';

/** Takes on a case that is nobody's: from then on it is open to them, and closed to the others. */
export const takeCase = ({ db, actor, now }: Scope<Caseworker>, complaintId: string) =>
  onCase({ db, now }, complaintId, async (on) => {
    const { trx, complaint } = on;
    if (!mayWork(actor)) return refuse('forbidden');
    if (await tiedTo(on, actor.accountId)) return refuse('not_found');
    const held = await isHeld(trx, complaint.caseworkerId);
    const decision = rules.takeOn({
      held: held ? (complaint.caseworkerId === actor.accountId ? 'by_you' : 'by_another') : 'by_nobody',
      isOver: complaint.state === 'withdrawn',
    });
    if (!decision.ok) return decision;
    await give(on, actor.accountId);
    await recordEvent(trx, { actor, now, subject: complaint.id }, 'complaint.taken', {});
    return ok(undefined);
  });

/** Hands one's own case to a colleague; why is a note in the case. */
export const handOverCase = (scope: Scope<Caseworker>, complaintId: string, { to, reasons }: HandOverForm) =>
  onOpenCase(scope, complaintId, async (on) => {
    const { trx, now, complaint, actor } = on;
    if (!(await isHeld(trx, to))) return refuse('no_colleague');
    const decision = rules.handOver({
      holder: complaint.caseworkerId === actor.accountId,
      self: to === actor.accountId,
      tied: await tiedTo(on, to),
    });
    if (!decision.ok) return decision;
    await writeEntry(on, { kind: 'note', by: actor.accountId, said: { text: reasons } });
    await give(on, to);
    await recordEvent(trx, { actor, now, subject: complaint.id }, 'complaint.handed_over', { to });
    return ok(undefined);
  });

const give = ({ trx, complaint }: OnCase, caseworkerId: string) =>
  trx.updateTable('complaint').set({ caseworker_id: caseworkerId }).where('id', '=', complaint.id).execute();

const tiedTo = async ({ trx, now, complaint }: OnCase, accountId: string) =>
  complaint.organisationId !== null && (await isTied(trx, accountId, complaint.organisationId, dayOf(now)));
