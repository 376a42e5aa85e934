import { randomUUID } from 'node:crypto';

import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { WithdrawForm } from '../forms.ts';
import { mayKeepCorridors } from '../policy.ts';
import { follow } from '../rules.ts';
import type { ChangeRuleForm, RuleForm } from './forms.ts';
import { lastVersion, listNationalRules, lockRules } from './queries.server.ts';

/** What the law of a country allows, from a day on; one rule a country, category and first day. */
export function writeRule({ db, actor, now }: Scope<Officer>, form: RuleForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeepCorridors(actor)) return refuse('forbidden');
    if (form.sourceOn > dayOf(now)) return refuse('source_of_tomorrow');
    await lockRules(trx);
    const { country, category, validFrom } = form;
    const others = await listNationalRules({ db: trx }, [country]);
    if (others.some((rule) => rule.category === category && rule.validFrom === validFrom))
      return refuse('already_ruled');
    const row = { rule_id: randomUUID(), version: 1, country, category, valid_from: validFrom };
    await write(trx, { actor, now }, { ...row, ...saidIn(form), withdrawn_reason: null });
    return ok({ id: row.rule_id });
  });
}

/** A new version takes the place of the last one; the same again says that it was checked. */
export function changeRule({ db, actor, now }: Scope<Officer>, id: string, form: ChangeRuleForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeepCorridors(actor)) return refuse('forbidden');
    if (form.sourceOn > dayOf(now)) return refuse('source_of_tomorrow');
    await lockRules(trx);
    const kept = await lastVersion(trx, id);
    const version = follow(kept, form.version);
    if (!version.ok || !kept) return version;
    const { withdrawnReason: _none, ...row } = kept;
    await write(trx, { actor, now }, { ...row, ...saidIn(form), version: version.value });
    return ok({ version: version.value });
  });
}

/** It holds no more for anybody; its history stays. */
export function withdrawRule({ db, actor, now }: Scope<Officer>, id: string, form: WithdrawForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeepCorridors(actor)) return refuse('forbidden');
    await lockRules(trx);
    const kept = await lastVersion(trx, id);
    const version = follow(kept, form.version);
    if (!version.ok || !kept) return version;
    const { withdrawnReason: _none, ...row } = kept;
    await trx
      .insertInto('national_rule')
      .values({
        ...{ ...row, version: version.value, written_at: now },
        ...{ reviewed_by: actor.accountId, withdrawn_reason: form.reason },
      })
      .execute();
    await recordEvent(trx, { actor, now, subject: id }, 'national_rule.withdrawn', {
      version: version.value,
    });
    return ok({});
  });
}

const saidIn = (form: Omit<ChangeRuleForm, 'version'>) => ({
  ...{ payer_allowed: form.payerAllowed, cap: form.cap },
  ...{ source_title: form.sourceTitle, source_url: form.sourceUrl, source_on: form.sourceOn },
});

type Row = ReturnType<typeof saidIn> & {
  rule_id: string;
  version: number;
  country: string;
  category: string | null;
  valid_from: string;
  withdrawn_reason: string | null;
};

async function write(trx: Transaction<Database>, by: Pick<Scope<Officer>, 'actor' | 'now'>, row: Row) {
  const checkedOn = dayOf(by.now);
  const reviewed = { checked_on: checkedOn, reviewed_by: by.actor.accountId, written_at: by.now };
  await trx
    .insertInto('national_rule')
    .values({ ...row, ...reviewed })
    .execute();
  await recordEvent(trx, { ...by, subject: row.rule_id }, 'national_rule.written', {
    ...{ version: row.version, country: row.country, source: row.source_title, checkedOn },
  });
}
