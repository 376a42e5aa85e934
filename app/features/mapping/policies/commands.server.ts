import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { findParty } from '../actions/queries.server.ts';
import { keepPaper, type Received } from '../papers/commands.server.ts';
import { checklist, findItem } from './checklist.ts';
import type { AcknowledgedForm, PolicyForm, SendForm, VerdictForm, VersionForm } from './forms.ts';
import { mayKeepPolicies } from './policy.ts';
import { findVersion, lockPolicy } from './queries.server.ts';
import * as rules from './rules.ts';

type Trx = Transaction<Database>;
type Outcome = Result<{ id: string }>;

/** Adds a policy with its first version. */
export const addPolicy = (scope: Scope<Company>, { id, title, words }: PolicyForm) =>
  scope.db.transaction().execute(async (trx): Promise<Outcome> => {
    const { actor, now } = scope;
    const companyId = actor.organisationId;
    if (!mayKeepPolicies(actor, companyId)) return refuse('forbidden');
    const made = await trx
      .insertInto('supply_policy')
      .values({
        ...{ ...(id && { id }), company_id: companyId, title },
        ...{ made_at: now, made_by: actor.accountId },
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return refuse('named_already');
    await insertVersion(trx, scope, made.id, { number: 1, words });
    return ok({ id: made.id });
  });

/** Another version; those before stand. */
export const addPolicyVersion = (scope: Scope<Company>, policyId: string, { words }: VersionForm) =>
  scope.db.transaction().execute(async (trx): Promise<Outcome> => {
    const policy = await lockPolicy(trx, policyId);
    if (!policy || !mayKeepPolicies(scope.actor, policy.companyId)) return refuse('not_found');
    const decision = rules.addVersion(policy.last?.words, words);
    if (!decision.ok) return decision;
    await insertVersion(trx, scope, policyId, { number: (policy.last?.number ?? 0) + 1, words });
    return ok({ id: policyId });
  });

/** What is found of one question: covered or partly with the passage that says so, or missing. */
export const judgeItem = (scope: Scope<Company>, version: Place, code: string, form: VerdictForm) =>
  onVersion(scope, version, async (trx, { policyId, number, words }) => {
    if (!findItem(code)) return refuse('not_found');
    const outcome = rules.judge(words, { verdict: form.verdict, passage: form.passage });
    if (!outcome.ok) return outcome;
    await trx
      .insertInto('supply_policy_verdict')
      .values({
        ...{ policy_id: policyId, number, checklist: checklist.version, item: code },
        ...{ verdict: form.verdict, passage: outcome.value.passage, note: form.note ?? null },
        ...{ judged_at: scope.now, judged_by: scope.actor.accountId },
      })
      .execute();
    await recordEvent(trx, about(scope, policyId), 'supply_policy.judged', { number, item: code });
    return ok({ id: policyId });
  });

/** The same as a file, beside its words. */
export const keepPolicyFile = (scope: Scope<Company>, version: Place, file: Received) =>
  onVersion(scope, version, async (trx, { policyId, number, title, companyId }) => {
    const paper = await keepPaper(trx, scope, `${title}, version ${number}`, file);
    await trx
      .insertInto('supply_policy_file')
      .values({ policy_id: policyId, company_id: companyId, number, paper_id: paper })
      .execute();
    return ok({ id: policyId });
  });

/** That a party was sent a version, and by when it shall acknowledge it. */
export const recordSending = (scope: Scope<Company>, version: Place, form: SendForm) =>
  onVersion(scope, version, async (trx, { policyId, number, companyId }) => {
    const { party, sentOn, dueOn, how } = form;
    const { actor, now } = scope;
    if (!(await findParty({ db: trx, actor }, party))) return refuse('no_such_party');
    const decision = rules.send({ sentOn, dueOn }, dayOf(now));
    if (!decision.ok) return decision;
    const made = await trx
      .insertInto('supply_policy_sending')
      .values({
        ...{ company_id: companyId, policy_id: policyId, number, party_id: party },
        ...{ sent_on: sentOn, due_on: dueOn, how, recorded_at: now, recorded_by: actor.accountId },
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return refuse('was_sent_this');
    await recordEvent(trx, about(scope, policyId), 'supply_policy.sent', { number });
    return ok({ id: made.id });
  });

/** That a party acknowledged what it was sent, who did and what shows it. */
export const recordAcknowledgement = (
  scope: Scope<Company>,
  sendingId: string,
  { on, by, evidence }: AcknowledgedForm,
  file?: Received,
) =>
  scope.db.transaction().execute(async (trx): Promise<Outcome> => {
    const sending = await trx
      .selectFrom('supply_policy_sending')
      .select(['company_id as companyId', 'policy_id as policyId', 'number', 'sent_on as sentOn'])
      .select('acknowledged_on as acknowledgedOn')
      .where('id', '=', sendingId)
      .forUpdate()
      .executeTakeFirst();
    if (!sending || !mayKeepPolicies(scope.actor, sending.companyId)) return refuse('not_found');
    const decision = rules.acknowledge(sending, on, dayOf(scope.now));
    if (!decision.ok) return decision;
    const paper = file && (await keepPaper(trx, scope, 'Acknowledgement of a policy', file));
    await trx
      .updateTable('supply_policy_sending')
      .set({ acknowledged_on: on, acknowledged_by: by, evidence, paper_id: paper ?? null })
      .where('id', '=', sendingId)
      .execute();
    const { policyId, number } = sending;
    await recordEvent(trx, about(scope, policyId), 'supply_policy.acknowledged', { number });
    return ok({ id: policyId });
  });

/** A version as its address names it. */
type Place = { policyId: string; number: number };
type Version = NonNullable<Awaited<ReturnType<typeof findVersion>>>;

const onVersion = (
  scope: Scope<Company>,
  { policyId, number }: Place,
  work: (trx: Trx, version: Version) => Promise<Outcome>,
) =>
  scope.db.transaction().execute(async (trx): Promise<Outcome> => {
    const version = await findVersion({ ...scope, db: trx }, policyId, String(number));
    const may = version && mayKeepPolicies(scope.actor, version.companyId);
    return may ? work(trx, version) : refuse('not_found');
  });

const about = ({ actor, now }: Scope<Company>, subject: string) => ({
  ...{ actor, now, subject },
  related: [actor.organisationId],
});

async function insertVersion(
  trx: Trx,
  scope: Scope<Company>,
  policyId: string,
  { number, words }: { number: number; words: string },
) {
  const { actor, now } = scope;
  await trx
    .insertInto('supply_policy_version')
    .values({
      ...{ policy_id: policyId, company_id: actor.organisationId, number, words },
      ...{ added_at: now, added_by: actor.accountId },
    })
    .execute();
  await recordEvent(trx, about(scope, policyId), 'supply_policy.version_added', { number });
}
