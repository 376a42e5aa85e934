import { sql, type Transaction } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import type { NoteForm } from '../../forms.ts';
import type { Certificate } from '../../model.ts';
import { maySuspend } from '../../policy.ts';
import { lockCertificate } from '../../queries.server.ts';
import { putForLift } from '../rules.ts';
import { isOpen, putBefore } from './open-matter.server.ts';

/** An officer puts a suspension before the panel, with reasons why it may end; the panel decides. */
export const askForLift = ({ db, actor, now }: Scope<Officer>, certificateId: string, { note }: NoteForm) =>
  db.transaction().execute(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    if (!certificate) return refuse('not_found');
    if (!maySuspend(actor)) return refuse('forbidden');
    const { applicationId } = certificate;
    const open = await isOpen(trx, { applicationId, kind: 'lift' });
    const known = await reviewOf(trx, certificate, { accountId: actor.accountId, now });
    const outcome = putForLift(certificate, { open, ...known }, now);
    if (!outcome.ok) return outcome;
    const of = { certificateId, askedBy: actor.accountId };
    return ok(await putBefore(trx, { kind: 'lift', applicationId, of, about: note }, { actor, now }));
  });

const known = z.object({ tied: z.boolean(), grave: z.boolean() });

/** The database answers, for its triggers ask the same. */
async function reviewOf(
  trx: Transaction<Database>,
  { organisationId }: Certificate,
  { accountId, now }: { accountId: string; now: Date },
) {
  const { rows } = await sql`
    select ${hasTie(accountId, organisationId, dayOf(now))} as tied,
      holder_has_grave_finding(${organisationId}::uuid) as grave`.execute(trx);
  return known.parse(rows[0]);
}
