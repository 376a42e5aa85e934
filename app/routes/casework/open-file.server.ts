import { listAccess } from '#app/features/workers/casework/access.server.ts';
import { consentsOf, type CaseHeader } from '#app/features/workers/casework/case.server.ts';
import { listLinks, suggestLinks } from '#app/features/workers/casework/links.server.ts';
import type { Caseworker } from '#app/features/workers/casework/policy.ts';
import { listReadings, openCase, textOf, whomOf } from '#app/features/workers/casework/reading.server.ts';
import { stepsFrom } from '#app/features/workers/casework/rules.ts';
import { stepNames } from '#app/features/workers/casework/ui/words.ts';
import { fileOf } from '#app/features/workers/casework/view.ts';
import { listFiles } from '#app/features/workers/complaints/files/queries.server.ts';
import type { Scope } from '#app/platform/scope.ts';

/** Everything of a case for whoever may open it, the opening written down; null for everybody else. */
export async function openFile(scope: Scope<Caseworker>, record: CaseHeader) {
  if (!record.open || record.erasedAt !== null) return null;
  const opened = await openCase(scope, record.id);
  if (!opened) return null;
  const account = opened.entries.find(({ kind }) => kind === 'account');
  return {
    ...fileOf(opened.entries.map((entry) => ({ ...entry, text: textOf(entry) }))),
    whom: account ? whomOf(account) : null,
    decisions: opened.decisions,
    consents: await consentsOf(scope.db, record.id),
    files: await listFiles(scope, record.id),
    openings: await listReadings(scope, record.id),
    access: await listAccess(scope, record.id),
    links: { links: await listLinks(scope, record.id), ...(await suggestLinks(scope, record.id)) },
    steps: stepsFrom(record, scope.now).map((to) => ({ to, name: stepNames[to] })),
    isHolder: record.holderId === scope.actor.accountId,
  };
}
