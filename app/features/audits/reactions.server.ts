import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';

import { closeAudit } from './commands/close-audit.server.ts';
import { reopenAudit } from './commands/reopen-audit.server.ts';

const actor = { kind: 'system' } as const;

/** Dated as the fact it follows; when it was done before, the rule says so and nothing happens. */
const closing = <T extends EventType>(
  { db }: Means,
  targets: (from: Kysely<Database>, fact: Fact<T>) => Promise<string[]>,
): Effect<T> => ({
  targets,
  async run({ occurredAt }, auditId) {
    await closeAudit({ db, actor, now: occurredAt }, auditId);
  },
});

const ready = (db: Kysely<Database>) =>
  db.selectFrom('audit').select('audit.id').where('audit.state', '=', 'ready_for_decision');

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

/** The audits a decision ends: those a first certificate waited for, later the one its matter rested on. */
export const closeDecidedAudit = (means: Means) =>
  closing<'decision.made'>(means, async (db, { subject }) =>
    ids(
      await ready(db)
        .innerJoin('decision_matter as matter', (join) =>
          join.on(({ or, and, eb, ref }) =>
            or([
              eb('matter.audit_id', '=', ref('audit.id')),
              and([
                eb('matter.kind', '=', 'initial'),
                eb('matter.application_id', '=', ref('audit.application_id')),
                eb('audit.certificate_id', 'is', null),
              ]),
            ]),
          ),
        )
        .innerJoin('certification_decision as decision', 'decision.matter_id', 'matter.id')
        .where('decision.id', '=', subject)
        .execute(),
    ),
  );

/** Audits nothing before the panel rests on. */
const waitingForNothing = (db: Kysely<Database>) =>
  ready(db).where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('decision_matter as open')
          .select('open.id')
          .whereRef('open.audit_id', '=', 'audit.id')
          .where('open.state', '=', 'open'),
      ),
    ),
  );

/** What was to be decided by it is not asked any more. */
export const closeAuditOfDropped = (means: Means) =>
  closing<'decision.matter_dropped'>(means, async (db, { subject }) =>
    ids(
      await waitingForNothing(db)
        .innerJoin('decision_matter as matter', 'matter.audit_id', 'audit.id')
        .where('matter.id', '=', subject)
        .execute(),
    ),
  );

type Ended = 'certificate.withdrawn' | 'certificate.superseded' | 'certificate.transferred';

/** Of a certificate that ended nothing is decided any more. */
export const closeAuditsOfEnded = <T extends Ended>(means: Means) =>
  closing<T>(means, async (db, { subject }) =>
    ids(await waitingForNothing(db).where('audit.certificate_id', '=', subject).execute()),
  );

/** A finding became graver after its audit was ready: the audit is not closed as if all were well. */
export const reopenForGraver = <T extends 'finding.escalated' | 'finding.regraded'>({
  db,
}: Means): Effect<T> => ({
  targets: async (from, { subject }) =>
    ids(
      await ready(from)
        .innerJoin('finding', 'finding.audit_id', 'audit.id')
        .where('finding.id', '=', subject)
        .where('audit.certificate_id', 'is not', null)
        .execute(),
    ),
  async run({ occurredAt }, auditId) {
    await reopenAudit({ db, actor, now: occurredAt }, auditId);
  },
});
