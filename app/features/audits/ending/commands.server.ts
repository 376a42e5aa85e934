import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about, onAudit } from '../commands/on-audit.server.ts';
import { issueFindings } from '../findings/commands/issue-findings.server.ts';
import type { Audit, endedWith } from '../model.ts';
import { isHouse } from '../policy.ts';
import { stands } from '../rules.ts';
import {
  endWithApplication as endsWithApplication,
  endWithCertificate as endsWithCertificate,
} from './rules.ts';

type House = Pick<Scope, 'db' | 'now'> & { actor: System };

const notes = {
  withdrawn: 'The recruiter withdrew its application.',
  lapsed: 'The application lapsed.',
};

/** What became of the application is its own fact; this one tells the team that nothing is asked of it any more. */
export const endWithApplication = (house: House, id: string, ended: keyof typeof notes) =>
  onAudit(house, id, isHouse, async ({ trx, audit }) => {
    const outcome = endsWithApplication(audit);
    if (!outcome.ok) return outcome;
    const end = { reason: 'application_ended', note: notes[ended] } as const;
    await write(trx, house, audit, { ...end, state: outcome.value.state });
    await recordEvent(trx, about(house, audit), 'audit.ended_with_application', { ended });
    return outcome;
  });

const notesOfCertificate = {
  withdrawn: 'The certificate was withdrawn.',
  expired: 'The certificate is past its last day.',
  superseded: 'Another certificate took its place, with a programme of its own.',
};

/** Unless the certificate stands again by now: then its audits go on. Findings stay, and what is owed to workers with them. */
export const endWithCertificate = (house: House, id: string, ended: keyof typeof notesOfCertificate) =>
  onAudit(house, id, isHouse, async ({ trx, audit }) => {
    if (!(await hasEnded(trx, audit, house.now))) return stands(audit);
    const outcome = endsWithCertificate(audit, ended);
    if (!outcome.ok) return outcome;
    const end = { reason: 'certificate_ended', note: notesOfCertificate[ended] } as const;
    await write(trx, house, audit, { ...end, state: outcome.value.state });
    await recordEvent(trx, about(house, audit), 'audit.ended_with_certificate', { ended });
    return outcome;
  });

const hasEnded = (trx: Transaction<Database>, { certificateId }: Audit, now: Date) =>
  trx
    .selectFrom('certificate')
    .select('id')
    .where('id', '=', certificateId)
    .where((where) =>
      where.or([where('status', 'in', ['withdrawn', 'superseded']), where('valid_until', '<', dayOf(now))]),
    )
    .executeTakeFirst();

type End = {
  state: 'cancelled' | 'aborted' | 'closed';
  reason: (typeof endedWith)[number];
  note: string;
};

/** Of one that is broken off no report comes: what it had found is told with its end. */
async function write(trx: Transaction<Database>, house: House, audit: Audit, { state, reason, note }: End) {
  const at = house.now;
  const brokenOff = { aborted_at: at, abort_reason: reason, abort_note: note };
  const end = {
    cancelled: { cancelled_at: at, cancel_cause: reason },
    aborted: brokenOff,
    closed: { ...brokenOff, closed_at: at },
  }[state];
  await trx
    .updateTable('audit')
    .set({ state, ...end })
    .where('id', '=', audit.id)
    .execute();
  if (state === 'aborted') await issueFindings(trx, house, audit);
}
