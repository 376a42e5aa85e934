import { recordEvent } from '#app/events/record.server.ts';
import { ok } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { decide } from '../../complaints/commands/decide.server.ts';
import { writeEntry } from '../../complaints/commands/on-case.server.ts';
import { consentsOf, outcomeOf } from '../case.server.ts';
import type { StepSaid } from '../forms.ts';
import type { Standing } from '../model.ts';
import type { Caseworker } from '../policy.ts';
import { issuesOf, writeReading } from '../reading.server.ts';
import * as rules from '../rules.ts';
import { onOpenCase, writeAnswer, type OnOpen } from './on-open.server.ts';

type Saying<S extends StepSaid['step']> = Extract<StepSaid, { step: S }>;

/** One step of a case, with reasons; what it tells the reporter or somebody else is written in the same breath. */
export const takeDeskStep = (scope: Scope<Caseworker>, complaintId: string, said: StepSaid) =>
  onOpenCase(scope, complaintId, async (on) => {
    const { now, actor, complaint } = on;
    const next = rules.takeStep(await standingOf(on), said.step, now);
    if (!next.ok) return next;
    if (complaint.state === 'appealed') {
      const answers = rules.answerAppeal(await decidersOf(on), actor.accountId);
      if (!answers.ok) return answers;
    }
    const changed = await changeOf(on, said);
    if (!changed.ok) return changed;
    if ('answer' in said) await writeAnswer(on, said.answer);
    if (said.step === 'routed') await disclose(on, said);
    await decide(on, { to: said.step, actor, reasons: said.reasons, ...changed.value });
    await followUp(on, said);
    return ok(undefined);
  });

/** What a step changes in the case besides its state. */
async function changeOf(on: OnOpen, said: StepSaid) {
  const { complaint } = on;
  switch (said.step) {
    case 'safety_triage': {
      const { danger, child } = said;
      const severe = complaint.severe || rules.isSevere({ issues: [], danger, child });
      return ok({ set: { danger, child, severe } });
    }
    case 'routed':
      return passOn(on, said);
    case 'investigating':
      return ok({ set: { severe: complaint.severe || (await takenForSevere(on)) } });
    case 'finding':
      return find(on, said);
    default:
      return ok({});
  }
}

async function passOn({ trx, complaint }: OnOpen, { to, byNecessity }: Saying<'routed'>) {
  const passed = rules.passOn(
    { to, byNecessity },
    {
      ...{ danger: complaint.danger, child: complaint.child, named: complaint.organisationId !== null },
      consents: await consentsOf(trx, complaint.id),
    },
  );
  return passed.ok ? ok({ routedTo: passed.value.to, byNecessity: passed.value.byNecessity }) : passed;
}

async function find(on: OnOpen, said: Saying<'finding'>) {
  const judged = rules.judgeSeverity(await takenForSevere(on), said);
  if (!judged.ok) return judged;
  const { outcome, whyLighter, reasons } = said;
  return ok({
    ...{ outcome, set: { severe: judged.value } },
    reasons: whyLighter ? `${reasons}\n\nWhy not severe: ${whyLighter}` : reasons,
  });
}

/** By what was told: that it is read for this is written down like any other reading. */
async function takenForSevere({ trx, now, actor, complaint }: OnOpen) {
  await writeReading(trx, { actor, now }, complaint.id);
  return rules.isSevere({ ...complaint, issues: await issuesOf(trx, complaint.id) });
}

/** What the addressee reads, in the caseworker's words and never in the reporter's. */
const disclose = async (on: OnOpen, { to, disclosure }: Saying<'routed'>) =>
  to !== 'scheme' &&
  (await writeEntry(on, { kind: 'disclosure', by: on.actor.accountId, said: { text: disclosure } }));

async function followUp(on: OnOpen, said: StepSaid) {
  const { trx, now, actor, complaint } = on;
  if (said.step === 'finding' && rules.isHarm(said.outcome))
    await recordEvent(trx, { actor, now, subject: complaint.id }, 'complaint.substantiated', {
      severe: said.severe,
    });
  // Whoever told is watched over from the hour their case ends.
  if (said.step === 'closed')
    await decide(
      { ...on, complaint: { ...complaint, state: 'closed' } },
      { to: 'monitored', actor: { kind: 'system' } },
    );
}

async function standingOf({ trx, complaint }: OnOpen): Promise<Standing> {
  const { dueAt } = await trx
    .selectFrom('complaint')
    .select('due_at as dueAt')
    .where('id', '=', complaint.id)
    .executeTakeFirstOrThrow();
  const found = await trx
    .selectFrom('complaint_decision')
    .select('outcome')
    .where('complaint_id', '=', complaint.id)
    .where('outcome', 'is not', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { state: complaint.state, dueAt, outcome: outcomeOf(found?.outcome ?? null) };
}

/** Who decided what an appeal may be against. */
async function decidersOf({ trx, complaint }: OnOpen) {
  const rows = await trx
    .selectFrom('complaint_decision')
    .select('decided_by')
    .where('complaint_id', '=', complaint.id)
    .where('to_state', 'in', ['inadmissible', 'finding', 'closed'])
    .execute();
  return rows.flatMap(({ decided_by }) => decided_by ?? []);
}
