import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { sectorName } from '#app/platform/industries.ts';
import { countryName } from '#app/platform/places.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { CompetenceForm, LanguageForm, ReasonForm, WitnessForm } from '../forms.ts';
import { mayKeep } from '../policy.ts';
import { listAuditsOf } from '../queries.server.ts';
import { recordOf, withdraw, witness } from '../rules.ts';
import { about, onAuditor, type Who } from './on-auditor.server.ts';

const kept = ({ accountId, bodyId }: Who, { now }: Scope, by: string) => ({
  ...{ account_id: accountId, organisation_id: bodyId },
  ...{ recorded_at: now, recorded_by: by },
});

/** What an auditor is competent in, on what evidence, and who judged it. */
export const recordCompetence = (scope: Scope, who: Who, form: CompetenceForm) =>
  onAuditor(scope, who, mayKeep, async ({ trx, auditor, actor }) => {
    const outcome = recordOf(auditor.accountId, actor.accountId);
    if (!outcome.ok) return outcome;
    const { principles, sectors, countries, evidence, assessedBy, assessedOn } = form;
    if (assessedOn > dayOf(scope.now)) return refuse('assessed_in_future');
    const { id } = await trx
      .insertInto('auditor_competence')
      .values({
        ...kept(auditor, scope, actor.accountId),
        ...{ principles, sectors, countries, evidence },
        ...{ assessed_by: assessedBy, assessed_on: assessedOn },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const named = [
      ...principles.map((code) => `principle ${code}`),
      ...sectors.map(sectorName),
      ...countries.map(countryName),
    ];
    const competence = named.join(', ');
    await recordEvent(trx, about(scope, auditor), 'auditor.competence_recorded', { competence });
    return ok({ id });
  });

/** A language anew takes the place of what was recorded of it before. */
export const recordLanguage = (scope: Scope, who: Who, { language, level, evidence }: LanguageForm) =>
  onAuditor(scope, who, mayKeep, async ({ trx, auditor, actor }) => {
    const outcome = recordOf(auditor.accountId, actor.accountId);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('auditor_language')
      .set({
        ...{ withdrawn_at: scope.now, withdrawn_by: actor.accountId },
        withdraw_reason: 'Recorded anew at another level.',
      })
      .where('account_id', '=', auditor.accountId)
      .where('organisation_id', '=', auditor.bodyId)
      .where('language', '=', language)
      .where('withdrawn_at', 'is', null)
      .execute();
    const { id } = await trx
      .insertInto('auditor_language')
      .values({ ...kept(auditor, scope, actor.accountId), language, level, evidence })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordEvent(trx, about(scope, auditor), 'auditor.language_recorded', { language, level });
    return ok({ id });
  });

/** That somebody watched an auditor at work, and what they saw. */
export const recordWitnessing = (scope: Scope, who: Who, form: WitnessForm) =>
  onAuditor(scope, who, mayKeep, async ({ trx, auditor, actor }) => {
    const audits = form.audit ? await listAuditsOf(trx, auditor.accountId, auditor.bodyId) : [];
    const audit = audits.find(({ id }) => id === form.audit);
    if (form.audit && !audit) return refuse('not_their_audit');
    const people = { accountId: auditor.accountId, by: actor.accountId };
    const days = { witnessedOn: form.witnessedOn, today: dayOf(scope.now) };
    const begun = audit && { startedOn: audit.startedAt && dayOf(audit.startedAt) };
    const outcome = witness({ ...people, ...days }, begun);
    if (!outcome.ok) return outcome;
    const { id } = await trx
      .insertInto('auditor_witnessing')
      .values({
        ...kept(auditor, scope, actor.accountId),
        ...(audit ? { audit_id: audit.id } : { elsewhere: form.elsewhere }),
        ...{
          witness: form.witness,
          witnessed_on: form.witnessedOn,
          outcome: form.outcome,
          notes: form.notes,
        },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordEvent(trx, about(scope, auditor), 'auditor.witnessed', { outcome: form.outcome });
    return ok({ id });
  });

/** What was recorded no longer holds: it stays to be seen, and counts for nothing from now on. */
export const withdrawRecord = (scope: Scope, who: Who, recordId: string, { reason }: ReasonForm) =>
  onAuditor(scope, who, mayKeep, async ({ trx, auditor, actor }) => {
    for (const table of ['auditor_competence', 'auditor_language'] as const) {
      const record = await findRecord(trx, table, recordId, auditor);
      if (!record) continue;
      const standing = { accountId: auditor.accountId, withdrawn: record.withdrawn_at !== null };
      const outcome = withdraw(standing, actor.accountId);
      if (!outcome.ok) return outcome;
      await trx
        .updateTable(table)
        .set({ withdrawn_at: scope.now, withdrawn_by: actor.accountId, withdraw_reason: reason })
        .where('id', '=', record.id)
        .execute();
      await recordEvent(trx, about(scope, auditor), 'auditor.record_withdrawn', { recordId: record.id });
      return ok({ id: record.id });
    }
    return refuse('not_found');
  });

const findRecord = (
  trx: Transaction<Database>,
  table: 'auditor_competence' | 'auditor_language',
  id: string,
  { accountId, bodyId }: Who,
) =>
  trx
    .selectFrom(table)
    .select(['id', 'withdrawn_at'])
    .where(isId('id', id))
    .where('account_id', '=', accountId)
    .where('organisation_id', '=', bodyId)
    .executeTakeFirst();
