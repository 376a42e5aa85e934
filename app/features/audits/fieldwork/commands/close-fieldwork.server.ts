import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { listAway } from '../along/queries.server.ts';
import { closeWithout } from '../along/rules.ts';
import { findLeft } from '../closing.server.ts';
import { listUnseen } from '../coverage.server.ts';
import { mayLead } from '../../policy.ts';
import { isShort } from '../../interviews/rules.ts';
import { findSampledWithin } from '../../interviews/sample.server.ts';
import type { ClosingForm } from '../forms.ts';
import { closeFieldwork as closes } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';

/** What is not waited for is named only where somebody is away. */
type Closing = Pick<ClosingForm, 'reasons'> & Partial<ClosingForm>;

/** Reasons are kept where the sample fell short, a principle was left out or somebody is away, and nowhere else. */
export const closeFieldwork = (
  scope: Scope,
  id: string,
  { reasons, coverage = '', without = [], awayReasons = '' }: Closing,
) =>
  onAudit(scope, id, mayLead, async ({ trx, audit }) => {
    const sampled = await findSampledWithin(trx, audit);
    const short = sampled !== undefined && isShort(sampled);
    const unseen = (await listUnseen(trx, audit)).length;
    const said = { short, reasons, unseen, coverage };
    const outcome = closes(audit, await findLeft(trx, audit), said);
    if (!outcome.ok) return outcome;
    const away = await listAway(trx, audit.id);
    const may = closeWithout({ away, without, reasons: awayReasons });
    if (!may.ok) return may;
    const { state, type } = outcome.value;
    await trx
      .updateTable('audit')
      .set({
        ...{ state, fieldwork_done_at: scope.now },
        ...{ sample_reasons: short ? reasons : null, away_reasons: may.value.reasons },
      })
      .set({ coverage_reasons: unseen > 0 ? coverage : null })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.fieldwork_done', { type });
    return outcome;
  });
