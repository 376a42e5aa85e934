import { randomUUID } from 'node:crypto';

import { sendComplaint } from '#app/features/workers/complaints/commands/send-complaint.server.ts';
import type { ReportForm } from '#app/features/workers/complaints/forms.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Pool } from 'pg';

type House = Pick<Scope, 'db' | 'now'> & { pool: Pool };

export const aReport = (said: Partial<ReportForm> = {}): ReportForm => ({
  ...{ id: randomUUID(), happened: 'They took 90,000 rupees for the job.', whom: 'Zephyrine Overseas' },
  ...{ danger: false, child: false },
  ...said,
});

/** A complaint as it was received, with what its reporter was given. */
export async function aComplaint(house: House, said: Partial<ReportForm> = {}) {
  const report = aReport(said);
  const sent = await sendComplaint({ ...house, language: 'ne' }, report);
  if (!sent.ok) throw new Error(sent.refusal);
  return { id: report.id, ...sent.value };
}
