import type { Transaction } from 'kysely';

import type { Auditor } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { listInterviews } from '../../interviews/queries.server.ts';
import { citeInterviews } from '../../interviews/rules.ts';
import type { Audit } from '../../model.ts';
import type { Assessing } from '../forms.ts';
import { currentsOf, earlierOf } from '../operations.server.ts';
import { listCodes } from '../queries.server.ts';
import { receive } from '../rules.ts';
import { saveAssessment } from '../save.server.ts';

type Taking = { trx: Transaction<Database>; audit: Audit; actor: Auditor; now: Date };

/** What the answers of a device meet, read once for all of them. */
export async function standingOf(trx: Transaction<Database>, audit: Audit, device: string) {
  const codes = new Set(await listCodes(trx, audit));
  const [currents, earliers] = [await currentsOf(trx, audit.id), await earlierOf(trx, audit.id, device)];
  const heard = (await listInterviews(trx, audit.id)).map(({ pseudonym }) => pseudonym);
  return { codes, currents, earliers, heard };
}
export type Standing = Awaited<ReturnType<typeof standingOf>>;

/** What stands is kept up with, for the answers that follow. */
export async function takeAnswer(
  { trx, audit, actor, now }: Taking,
  { codes, currents, earliers, heard }: Standing,
  edit: Assessing,
) {
  const { code, conformity, note, evidence } = edit;
  const cites = citeInterviews(`${note}\n${evidence}`, heard).ok;
  const stands = { current: currents.get(code), earlier: earliers.get(code) };
  const verdict = receive(audit, edit, { exists: codes.has(code), cites, ...stands });
  const revision = verdict.outcome === 'refused' ? null : verdict.revision;
  if (verdict.outcome === 'applied' && verdict.writes) {
    const current = { conformity, note, evidence, revision: verdict.revision };
    await saveAssessment(trx, audit, code, { ...current, at: now, by: actor.accountId });
    currents.set(code, current);
  }
  const { outcome } = verdict;
  earliers.set(code, { outcome, revision, open: outcome === 'conflict' });
  const refusal = verdict.outcome === 'refused' ? verdict.refusal : null;
  return { ...saidIn(edit), outcome, revision, refusal, finding_id: null };
}

/** The words of an answer, kept whatever becomes of it. */
export const saidIn = ({ conformity, note, evidence, base }: Assessing) => ({
  ...{ conformity, note, evidence, base, raising: null },
});
