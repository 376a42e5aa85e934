import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { keepPaper, type Received } from '../papers/commands.server.ts';
import type { ActionForm, ChangeForm, EvidenceForm, StepForm } from './forms.ts';
import type { Residual, StepKind } from './model.ts';
import { mayAct } from './policy.ts';
import { findParty, listColleagues, lockAction, type ActionRecord } from './queries.server.ts';
import { lastResidual } from './residual.server.ts';
import * as rules from './rules.ts';

type Trx = Transaction<Database>;
type By = Pick<Scope<Company>, 'actor' | 'now'>;

/** Plans an action; sent twice, it is planned once. */
export function planAction(scope: Scope<Company>, form: ActionForm) {
  const { db, actor, now } = scope;
  return db.transaction().execute(async (trx) => {
    const { id, party, indicator, what, module } = form;
    const companyId = actor.organisationId;
    if (!mayAct(actor, companyId)) return refuse('forbidden');
    if (party && !(await findParty({ db: trx, actor }, party))) return refuse('no_such_party');
    const owner = await ownerOf(trx, actor, form);
    if (!owner.ok) return owner;
    const score = await lastResidual(trx, { companyId, partyId: party ?? null });
    const residual = rules.residualOf(score, { risk: form.risk, why: form.riskWhy });
    if (!residual.ok) return residual;
    const made = await trx
      .insertInto('mitigation_action')
      .values({
        ...(id && { id }),
        ...{ company_id: companyId, party_id: party ?? null, indicator: indicator ?? null, what },
        ...{ module: module ?? null, due_on: form.dueOn, ...owner.value },
        ...{ planned_at: now, planned_by: actor.accountId },
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return refuse('sent_before');
    const step = { kind: 'planned' as const, note: 'Planned with this day', residual: residual.value };
    await insertStep(trx, scope, { id: made.id, companyId }, step);
    await recordEvent(trx, about(scope, made.id), 'mitigation.planned', { dueOn: form.dueOn });
    return ok({ id: made.id });
  });
}

/** One step on, with what shows it. */
export const stepAction = (scope: Scope<Company>, id: string, form: StepForm, file?: Received) =>
  onAction(scope, id, async (trx, action) => {
    const score = await lastResidual(trx, action);
    const said = rules.residualOf(score, { risk: form.risk, why: form.riskWhy });
    if (!said.ok) return said;
    const outcome = rules.move(action, { to: form.to, residual: said.value });
    if (!outcome.ok) return outcome;
    await trx.updateTable('mitigation_action').set({ state: form.to }).where('id', '=', id).execute();
    const { residual } = outcome.value;
    await insertStep(trx, scope, action, { kind: form.to, note: form.note, residual, file });
    await recordEvent(trx, about(scope, id), 'mitigation.moved', { state: form.to });
    return ok({ id });
  });

/** Something that shows how far it is, at any time. */
export const addEvidence = (scope: Scope<Company>, id: string, { note }: EvidenceForm, file?: Received) =>
  onAction(scope, id, async (trx, action) => {
    await insertStep(trx, scope, action, { kind: 'evidence', note, residual: null, file });
    await recordEvent(trx, about(scope, id), 'mitigation.shown', {});
    return ok({ id });
  });

/** Another owner or day; what was said before stands in the history. */
export const changeAction = (scope: Scope<Company>, id: string, form: ChangeForm) =>
  onAction(scope, id, async (trx, action) => {
    const decision = rules.change(action);
    if (!decision.ok) return decision;
    const owner = await ownerOf(trx, scope.actor, form);
    if (!owner.ok) return owner;
    const set = { ...owner.value, due_on: form.dueOn };
    await trx.updateTable('mitigation_action').set(set).where('id', '=', id).execute();
    const note = `${form.note}\n\nBefore: ${action.owner}, by ${action.dueOn}.`.slice(0, 2000);
    await insertStep(trx, scope, action, { kind: 'changed', note, residual: null });
    await recordEvent(trx, about(scope, id), 'mitigation.changed', { dueOn: form.dueOn });
    return ok({ id });
  });

type Outcome = ReturnType<typeof ok<{ id: string }>> | ReturnType<typeof refuse>;

const onAction = (
  { db, actor }: Scope<Company>,
  id: string,
  work: (trx: Trx, action: ActionRecord) => Promise<Outcome>,
) =>
  db.transaction().execute(async (trx): Promise<Outcome> => {
    const action = await lockAction(trx, id);
    return action && mayAct(actor, action.companyId) ? work(trx, action) : refuse('not_found');
  });

const about = ({ actor, now }: By, subject: string) => ({
  ...{ actor, now, subject },
  related: [actor.organisationId],
});

type Owned = { owner?: string | undefined; ownerName?: string | undefined };

async function ownerOf(trx: Trx, actor: Company, { owner, ownerName }: Owned) {
  if (!owner) return ok({ owner_id: null, owner_name: ownerName ?? '' });
  const colleagues = await listColleagues({ db: trx, actor });
  if (!colleagues.some(({ id }) => id === owner)) return refuse('no_such_colleague');
  return ok({ owner_id: owner, owner_name: null });
}

type NewStep = {
  kind: StepKind;
  note: string;
  residual: Residual | null | undefined;
  file?: Received | undefined;
};

async function insertStep(
  trx: Trx,
  by: By,
  action: { id: string; companyId: string },
  { kind, note, residual, file }: NewStep,
) {
  const paper = file && (await keepPaper(trx, by, note, file));
  await trx
    .insertInto('mitigation_step')
    .values({
      ...{ action_id: action.id, company_id: action.companyId, kind, note, paper_id: paper ?? null },
      ...(residual && {
        ...{ risk: residual.risk, risk_from: residual.from },
        ...(residual.from === 'entered' && { risk_why: residual.why }),
      }),
      ...{ recorded_at: by.now, recorded_by: by.actor.accountId },
    })
    .execute();
}
