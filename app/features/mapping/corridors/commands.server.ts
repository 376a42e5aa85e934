import { randomUUID } from 'node:crypto';

import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { ChangeForm, EnterForm, WithdrawForm } from './forms.ts';
import { mayKeepCorridors } from './policy.ts';
import { lockEntry } from './queries.server.ts';
import { follow } from './rules.ts';

type Row = {
  entry_id: string;
  version: number;
  topic: string;
  origin: string | null;
  destination: string | null;
  sector: string | null;
  title: string;
  words: string;
  source_title: string;
  source_url: string | null;
  source_on: string;
  checked_on: string;
  reviewed_by: string | null;
  written_at: Date;
  withdrawn_reason: string | null;
};

const saidIn = (form: Omit<ChangeForm, 'version'>) => ({
  ...{ title: form.title, words: form.words },
  ...{ source_title: form.sourceTitle, source_url: form.sourceUrl, source_on: form.sourceOn },
});

/** A first version; whoever writes it has looked at the source today. */
export function enterInBook({ db, actor, now }: Scope<Officer>, form: EnterForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeepCorridors(actor)) return refuse('forbidden');
    if (form.sourceOn > dayOf(now)) return refuse('source_of_tomorrow');
    const { topic, origin, destination, sector } = form;
    const row = { entry_id: randomUUID(), version: 1, topic, origin, destination, sector, ...saidIn(form) };
    await write(trx, { actor, now }, { ...row, ...reviewed(actor, now) });
    return ok({ id: row.entry_id });
  });
}

/** A new version takes the place of the last one, which stays to be read; the same words again say that it was checked. */
export function changeEntry({ db, actor, now }: Scope<Officer>, id: string, form: ChangeForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeepCorridors(actor)) return refuse('forbidden');
    if (form.sourceOn > dayOf(now)) return refuse('source_of_tomorrow');
    const kept = await lockEntry(trx, id);
    const version = follow(kept, form.version);
    if (!version.ok || !kept) return version;
    const { withdrawnReason: _none, ...row } = kept;
    await write(
      trx,
      { actor, now },
      { ...row, ...saidIn(form), version: version.value, ...reviewed(actor, now) },
    );
    return ok({ version: version.value });
  });
}

/** Nobody reads it as holding from now on; it stays in the book's history with the reason. */
export function withdrawEntry({ db, actor, now }: Scope<Officer>, id: string, form: WithdrawForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayKeepCorridors(actor)) return refuse('forbidden');
    const kept = await lockEntry(trx, id);
    const version = follow(kept, form.version);
    if (!version.ok || !kept) return version;
    const { withdrawnReason: _none, ...row } = kept;
    await trx
      .insertInto('corridor_entry')
      .values({
        ...{ ...row, version: version.value, written_at: now },
        ...{ reviewed_by: actor.accountId, withdrawn_reason: form.reason },
      })
      .execute();
    await recordEvent(trx, { actor, now, subject: id }, 'corridor.withdrawn', { version: version.value });
    return ok({});
  });
}

const reviewed = ({ accountId }: Officer, now: Date) => ({
  ...{ checked_on: dayOf(now), reviewed_by: accountId, written_at: now, withdrawn_reason: null },
});

async function write(trx: Transaction<Database>, by: Pick<Scope<Officer>, 'actor' | 'now'>, row: Row) {
  await trx.insertInto('corridor_entry').values(row).execute();
  await recordEvent(trx, { ...by, subject: row.entry_id }, 'corridor.written', {
    ...{ version: row.version, topic: row.topic, source: row.source_title, checkedOn: row.checked_on },
  });
}
