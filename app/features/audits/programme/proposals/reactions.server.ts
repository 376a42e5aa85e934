import type { Kysely } from 'kysely';

import type { Effect, Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';

import { aheadStates } from '../../model.ts';
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

/** States in which its team still raises what it saw itself. */
const writing = ['fieldwork_done', 'report_draft'];

/** A change its holder told of may have to be looked at on site: an officer says whether. */
export const proposeOnChange = ({ db }: Means): Effect<'certificate.change_reported'> => ({
  targets: (_from, { related: [certificate] }) => Promise.resolve(certificate ? [certificate] : []),
  async run({ subject, occurredAt }, certificateId) {
    await proposeAudit({ db, now: occurredAt }, { certificateId, changeId: subject });
  },
});

/** Misuses that are no finding yet, and that no audit of the holder waits for. */
const waiting = (db: Kysely<Database>) =>
  db
    .selectFrom('claim_misuse as misuse')
    .innerJoin('certificate', 'certificate.id', 'misuse.certificate_id')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('standing_misuse_finding')
            .select('finding_id')
            .whereRef('standing_misuse_finding.misuse_id', '=', 'misuse.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit')
            .select('audit.id')
            .whereRef('audit.organisation_id', '=', 'certificate.organisation_id')
            .where('audit.type', '<>', 'stage1')
            .where(({ or, and, eb, ref }) =>
              or([
                eb('audit.state', 'in', aheadStates),
                and([eb('audit.id', '=', ref('misuse.audit_id')), eb('audit.state', 'in', writing)]),
              ]),
            ),
        ),
      ),
    );

/** A misuse waits for the audit that is planned or under way; where there is none, a special one is proposed. */
export const proposeOnMisuse = <T extends 'claim.misused'>({ db }: Means): Effect<T> => ({
  async targets(from, { subject }) {
    const rows = await waiting(from).select('certificate.id').where('misuse.id', '=', subject).execute();
    return rows.map(({ id }) => id);
  },
  async run({ subject, occurredAt }, certificateId) {
    await proposeAudit({ db, now: occurredAt }, { certificateId, misuseId: subject });
  },
});

type NotHeld =
  'audit.cancelled' | 'audit.aborted' | 'audit.refused_by_auditee' | 'audit.ended_with_application';

/** The audit that misuses waited for does not take place: each that no other waits for has one proposed. */
export const proposeAgain = <T extends NotHeld>({ db }: Means): Effect<T> => ({
  async targets(from, { subject }) {
    const rows = await waiting(from)
      .select('misuse.id')
      .where('certificate.organisation_id', '=', (of) =>
        of.selectFrom('audit').select('audit.organisation_id').where('audit.id', '=', subject),
      )
      .execute();
    return rows.map(({ id }) => id);
  },
  async run({ occurredAt }, misuseId) {
    const misuse = await waiting(db)
      .select('certificate.id')
      .where('misuse.id', '=', misuseId)
      .executeTakeFirst();
    if (misuse) await proposeAudit({ db, now: occurredAt }, { certificateId: misuse.id, misuseId });
  },
});
