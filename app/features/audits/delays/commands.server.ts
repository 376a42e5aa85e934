import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import { ok } from '#app/platform/result.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about as aboutAudit, onAudit } from '../commands/on-audit.server.ts';
import { about as aboutFinding, onFinding } from '../findings/commands/on-finding.server.ts';
import { isHouse } from '../policy.ts';
import { bodyTermsOf, listLate, listTurns } from './queries.server.ts';
import { beLate } from './rules.ts';

const actor: System = { kind: 'system' };
type House = Pick<Scope, 'db' | 'now'>;

/** Tells of each answer about a finding that an audit body is late with, once, however often this runs. */
export const tellLateAnswers = (house: House) =>
  oneByOne(
    inBatches((after) => listLate(house.db, 'finding', { today: dayOf(house.now), after })),
    (id) =>
      onFinding({ ...house, actor }, id, isHouse, async ({ trx, finding }) => {
        const { auditId, schemeVersionId } = finding;
        const fact = aboutFinding({ ...house, actor }, finding);
        await tell(trx, fact, { auditId, findingId: finding.id, schemeVersionId });
        return ok({});
      }),
  );

/** The same of reports, and of their technical reviews. */
export const tellLateReports = (house: House) =>
  oneByOne(
    inBatches((after) => listLate(house.db, 'audit', { today: dayOf(house.now), after })),
    (id) =>
      onAudit({ ...house, actor }, id, isHouse, async ({ trx, audit }) => {
        const { schemeVersionId } = audit;
        const fact = aboutAudit({ ...house, actor }, audit);
        await tell(trx, fact, { auditId: audit.id, findingId: null, schemeVersionId });
        return ok({});
      }),
  );

type Fact = ReturnType<typeof aboutAudit>;
type Owed = { auditId: string; findingId: string | null; schemeVersionId: string };

async function tell(trx: Transaction<Database>, fact: Fact, { auditId, findingId, schemeVersionId }: Owed) {
  const terms = await bodyTermsOf(trx, schemeVersionId);
  const turns = await listTurns(trx, findingId ? 'finding' : 'audit', findingId ?? auditId);
  for (const turn of turns) {
    const late = beLate(turn, terms, dayOf(fact.now));
    if (!late.ok) continue;
    const { occasion, dueOn } = late.value;
    const told = await trx
      .insertInto('audit_delay')
      .values({ audit_id: auditId, finding_id: findingId, occasion, due_on: dueOn, told_at: fact.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (told) await recordEvent(trx, fact, 'audit.body_late', { delayId: told.id, occasion, dueOn });
  }
}
