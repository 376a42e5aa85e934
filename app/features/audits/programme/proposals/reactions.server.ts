import type { Effect, Means } from '#app/events/reaction.ts';

import { proposeAudit } from './commands.server.ts';

/** A sanction on a licence proposes a special audit of each certificate its holder has. */
export const proposeOnSanction = <T extends 'licence.suspended' | 'licence.revoked'>({
  db,
}: Means): Effect<T> => ({
  async targets(from, { related: [recruiter] }) {
    if (!recruiter) return [];
    const rows = await from
      .selectFrom('certificate')
      .select('id')
      .where('organisation_id', '=', recruiter)
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ subject, occurredAt }, certificateId) {
    await proposeAudit({ db, now: occurredAt }, { certificateId, licenceId: subject });
  },
});

/** States in which an audit is still ahead of the end of its fieldwork. */
const ahead = ['scheduled', 'team_assigned', 'planned', 'notified', 'postponed', 'in_progress'];

/** A misuse waits for the audit that is planned or under way; where there is none, a special one is proposed. */
export const proposeOnMisuse = <T extends 'claim.misused'>({ db }: Means): Effect<T> => ({
  async targets(from, { subject }) {
    const rows = await from
      .selectFrom('claim_misuse as misuse')
      .innerJoin('certificate', 'certificate.id', 'misuse.certificate_id')
      .select('certificate.id')
      .where('misuse.id', '=', subject)
      .where('misuse.audit_id', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('audit')
              .select('audit.id')
              .whereRef('audit.organisation_id', '=', 'certificate.organisation_id')
              .where('audit.type', '<>', 'stage1')
              .where('audit.state', 'in', ahead),
          ),
        ),
      )
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ subject, occurredAt }, certificateId) {
    await proposeAudit({ db, now: occurredAt }, { certificateId, misuseId: subject });
  },
});
