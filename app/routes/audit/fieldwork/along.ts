import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { noteAlong } from '#app/features/audits/fieldwork/along/commands.server.ts';
import { alongForm } from '#app/features/audits/fieldwork/along/forms.ts';
import { sentByAnother } from '#app/features/audits/fieldwork/sent-by.server.ts';
import { lateWords } from '#app/features/audits/fieldwork/ui/sync-words.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { readJson } from '#app/platform/form.server.ts';
import { found } from '#app/platform/http.server.ts';

/** Devices only say something here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  found(await findAudit(scope, found(params['id'])));
  return new Response('Say what was taken along', { status: 405, headers: { Allow: 'POST' } });
}

/** A device took the audit along, or has sent everything it had. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const another = sentByAnother(request, scope.actor);
  if (another) return another;
  const outcome = await noteAlong(scope, id, await readJson(request, alongForm));
  if (outcome.ok) return Response.json(outcome.value);
  const status = outcome.refusal === 'forbidden' ? 403 : 409;
  return Response.json({ ...outcome, message: lateWords(outcome.refusal) }, { status });
}
