import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { takePhoto } from '#app/features/audits/fieldwork/commands/take-photo.server.ts';
import { photoForm } from '#app/features/audits/fieldwork/forms.ts';
import { sentByAnother } from '#app/features/audits/fieldwork/sent-by.server.ts';
import { photoWords } from '#app/features/audits/fieldwork/ui/sync-words.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { addPhoto, receivePhoto } from '#app/features/documents/photos.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { readQuery } from '#app/platform/form.server.ts';
import { found } from '#app/platform/http.server.ts';

/** The photo itself, for those who may open it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  found(await findAudit(scope, found(params['id'])));
  return redirect(`/files/documents/${encodeURIComponent(found(params['photoId']))}/1`);
}

/** A photo taken where there was no network: the body is the file, and its own number makes it come once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  if (request.method !== 'PUT')
    return new Response('Put a photo', { status: 405, headers: { Allow: 'PUT' } });
  const another = sentByAnother(request, scope.actor);
  if (another) return another;
  const photo = readQuery(request, photoForm, { photoId: params['photoId'] });
  const known = await takePhoto(scope, id, photo);
  if (!known.ok) return no(known.refusal, known.refusal === 'forbidden' ? 403 : 409);
  if (known.value.outcome === 'already') return Response.json(known.value);
  const { photoId } = photo;
  const filename = photo.name;
  const taken = await receivePhoto(request, { storage: theStorage(), filename }, (file) =>
    takePhoto(scope, id, photo, (trx, title) =>
      addPhoto(trx, scope, { id: photoId, auditId: id, title }, file),
    ),
  );
  if (!taken.ok) return no(taken.problem, problemStatus[taken.problem] ?? 422);
  return taken.outcome.ok ? Response.json(taken.outcome.value) : no(taken.outcome.refusal);
}

const problemStatus: Record<string, number> = {
  file_too_large: 413,
  file_type_refused: 415,
  storage_unavailable: 503,
};
const no = (refusal: string, status = 409) =>
  Response.json({ outcome: 'refused', refusal, message: photoWords(refusal) }, { status });
