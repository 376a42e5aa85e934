import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import { isTied } from '#db/has-tie.ts';

import { writeEntry } from '../../complaints/commands/on-case.server.ts';
import { findOpenCase } from '../case.server.ts';
import type { FlagsForm, LinkForm } from '../forms.ts';
import type { Caseworker } from '../policy.ts';
import * as rules from '../rules.ts';
import { onOpenCase, type OnOpen } from './on-open.server.ts';

/** Says which recruiter a case is about, by its number on the register. */
export const nameRecruiterOf = (scope: Scope<Caseworker>, complaintId: string, registrationNumber: string) =>
  onOpenCase(scope, complaintId, async (on) => {
    const { trx, now, complaint, actor } = on;
    const recruiter = await trx
      .selectFrom('registration')
      .select('organisation_id as id')
      .where('number', '=', registrationNumber)
      .executeTakeFirst();
    if (!recruiter) return refuse('no_such_recruiter');
    const decision = rules.nameRecruiter({
      over: rules.isOver(complaint.state),
      told: await wasTold(on),
      tied: await isTiedTo(on, recruiter.id),
    });
    if (!decision.ok) return decision;
    await trx
      .updateTable('complaint')
      .set({ organisation_id: recruiter.id })
      .where('id', '=', complaint.id)
      .execute();
    await recordEvent(trx, { actor, now, subject: complaint.id }, 'complaint.recruiter_named', {});
    return ok(undefined);
  });

/** Whoever works on it, and whoever names it: a case about a recruiter is nobody's who is tied to it. */
async function isTiedTo({ trx, now, complaint, actor }: OnOpen, recruiterId: string) {
  const people = [actor.accountId, ...(complaint.caseworkerId ? [complaint.caseworkerId] : [])];
  const tied = await Promise.all(people.map((person) => isTied(trx, person, recruiterId, dayOf(now))));
  return tied.includes(true);
}

async function wasTold({ trx, complaint }: OnOpen) {
  const row = await trx
    .selectFrom('complaint_decision')
    .select('id')
    .where('complaint_id', '=', complaint.id)
    .where('routed_to', 'in', ['recruiter', 'audit_body'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Says who is in danger as it stands now; why is a note in the case. */
export const flagCase = (scope: Scope<Caseworker>, complaintId: string, form: FlagsForm) =>
  onOpenCase(scope, complaintId, async (on) => {
    const { trx, now, complaint, actor } = on;
    const decision = rules.flag(complaint.state);
    if (!decision.ok) return decision;
    const { danger, child, reprisal, reasons } = form;
    await writeEntry(on, { kind: 'note', by: actor.accountId, said: { text: reasons } });
    const severe = complaint.severe || rules.isSevere({ issues: [], danger, child });
    await trx
      .updateTable('complaint')
      .set({ danger, child, reprisal, severe })
      .where('id', '=', complaint.id)
      .execute();
    const fact = { actor, now, subject: complaint.id };
    await recordEvent(trx, fact, 'complaint.flagged', { danger, child, reprisal });
    return ok(undefined);
  });

/** Says that two cases belong together; both are open to whoever says so. */
export const linkCases = (scope: Scope<Caseworker>, complaintId: string, { number, reason }: LinkForm) =>
  onOpenCase(scope, complaintId, async ({ trx, now, complaint, actor }) => {
    const other = await findOpenCase({ db: trx, actor, now }, number);
    if (!other) return refuse('no_such_case');
    const [first, second] = [complaint.id, other.id].toSorted();
    if (!first || !second) return refuse('no_such_case');
    const linked = await trx
      .selectFrom('complaint_link')
      .select('linked_at')
      .where('complaint_id', '=', first)
      .where('other_id', '=', second)
      .executeTakeFirst();
    const decision = rules.link({ same: first === second, linked: linked !== undefined });
    if (!decision.ok) return decision;
    await trx
      .insertInto('complaint_link')
      .values({
        ...{ complaint_id: first, other_id: second, reason },
        ...{ linked_at: now, linked_by: actor.accountId },
      })
      .execute();
    await recordEvent(
      trx,
      { actor, now, subject: complaint.id, related: [other.id] },
      'complaint.linked',
      {},
    );
    return ok(undefined);
  });
