import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { syncFieldwork } from '#app/features/audits/fieldwork/commands/sync-fieldwork.server.ts';
import { syncForm } from '#app/features/audits/fieldwork/forms.ts';
import { sentByAnother } from '#app/features/audits/fieldwork/sent-by.server.ts';
import { inWords, lateWords } from '#app/features/audits/fieldwork/ui/sync-words.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { readJson } from '#app/platform/form.server.ts';
import { found } from '#app/platform/http.server.ts';

/** Edits only arrive here; `bundle` is what there is to read. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  found(await findAudit(scope, found(params['id'])));
  return new Response('Send edits', { status: 405, headers: { Allow: 'POST' } });
}

/** What was edited while there was no network, from one device, in its order. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const another = sentByAnother(request, scope.actor);
  if (another) return another;
  const outcome = await syncFieldwork(scope, id, await readJson(request, syncForm));
  // A tie that was found meanwhile closes the audit to them: what waits stays with them, and is not worth another try.
  if (!outcome.ok) {
    const status = outcome.refusal === 'forbidden' ? 403 : 409;
    return Response.json({ ...outcome, message: lateWords(outcome.refusal) }, { status });
  }
  const { results, next } = outcome.value;
  return Response.json({ results: results.map(inWords), next });
}
