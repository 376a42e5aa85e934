import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { panelOf } from '../matters.server.ts';
import type { MatterKind } from '../model.ts';

type House = Pick<Scope, 'db'> & { now: Date };
export type Asked = {
  kind: MatterKind;
  applicationId: string;
  /** The certificate that is to change; null for a first one. */
  certificateId: string | null;
  /** In a sentence what is asked for, where the kind alone does not say it. */
  about: string;
};
const actor = { kind: 'system' } as const;

/** An application whose package is complete comes before the panel, once: also after an appeal that was upheld. */
export const openInitial = ({ db, now }: House, applicationId: string) =>
  db.transaction().execute(async (trx) => {
    const application = await trx
      .selectFrom('application')
      .select('state')
      .where('id', '=', applicationId)
      .forUpdate()
      .executeTakeFirst();
    if (application?.state !== 'decision_pending') return refuse('not_decision_pending');
    const open = await trx
      .selectFrom('decision_matter')
      .select('id')
      .where('application_id', '=', applicationId)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (open) return refuse('already_open');
    return ok(await putBefore(trx, { kind: 'initial', applicationId, certificateId: null, about: '' }, now));
  });

/** Puts something before the panel, with the clock and the quorum of its scheme version. */
async function putBefore(trx: Transaction<Database>, { kind, about, ...asked }: Asked, now: Date) {
  const { organisation_id, terms } = await trx
    .selectFrom('application')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .select(['organisation_id', 'terms'])
    .where('application.id', '=', asked.applicationId)
    .executeTakeFirstOrThrow();
  const { quorum, decisionDays } = panelOf(terms);
  const dueOn = addDays(dayOf(now), decisionDays);
  const { id } = await trx
    .insertInto('decision_matter')
    .values({
      kind,
      application_id: asked.applicationId,
      certificate_id: asked.certificateId,
      organisation_id,
      about,
      quorum,
      opened_at: now,
      due_on: dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const related = [asked.applicationId, organisation_id];
  await recordEvent(trx, { actor, now, subject: id, related }, 'decision.matter_opened', { kind, dueOn });
  return { id };
}

/** What the applicant took back is not decided any more. */
export const dropMatters = ({ db, now }: House, applicationId: string) =>
  db
    .updateTable('decision_matter')
    .set({ state: 'dropped', closed_at: now })
    .where('application_id', '=', applicationId)
    .where('kind', '=', 'initial')
    .where('state', '=', 'open')
    .execute();
