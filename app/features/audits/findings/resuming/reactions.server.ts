import type { Effect, Means } from '#app/events/reaction.ts';

import { resumeFinding } from './commands.server.ts';

const actor = { kind: 'system' } as const;

/** The certificate came back, after an appeal or as the restored one: what its audits found is asked again. */
export const resumeFindings = <T extends 'certificate.returned' | 'certificate.restored'>({
  db,
}: Means): Effect<T> => ({
  async targets(from, { subject }) {
    const rows = await from
      .selectFrom('finding')
      .innerJoin('audit', 'audit.id', 'finding.audit_id')
      .innerJoin('certificate', 'certificate.organisation_id', 'finding.organisation_id')
      .select('finding.id')
      .where('certificate.id', '=', subject)
      .where('audit.abort_reason', '=', 'certificate_ended')
      .where('finding.state', 'not in', ['raised', 'closed', 'withdrawn'])
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ occurredAt }, findingId) {
    await resumeFinding({ db, actor, now: occurredAt }, findingId);
  },
});
