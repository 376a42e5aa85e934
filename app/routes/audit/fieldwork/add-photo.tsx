import { randomUUID } from 'node:crypto';

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { takePhoto } from '#app/features/audits/fieldwork/commands/take-photo.server.ts';
import { photoOf } from '#app/features/audits/fieldwork/forms.ts';
import { addressOfIndicator, filterOf } from '#app/features/audits/fieldwork/list/filter.ts';
import { findIndicator } from '#app/features/audits/fieldwork/queries.server.ts';
import { assess } from '#app/features/audits/fieldwork/rules.ts';
import { photoWords } from '#app/features/audits/fieldwork/ui/sync-words.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { addPhoto, receivePhotoForm } from '#app/features/documents/photos.server.ts';
import { photoTypes } from '#app/platform/files/documents.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, found, refused, unstored } from '#app/platform/http.server.ts';
import { FileField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a photo · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const indicator = found(await findIndicator(scope, audit, found(params['code'])));
  // The number is the page's: sent twice, the photo comes once.
  return { audit, indicator, photoId: randomUUID(), filter: filterOf(request.url) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const { code } = found(await findIndicator(scope, audit, found(params['code'])));
  const open = assess(audit);
  if (!open.ok) return refused(open.refusal);
  const taken = await receivePhotoForm(request, theStorage(), (file, fields) => {
    const photo = found(photoOf(fields, code));
    const stored = { id: photo.photoId, auditId: audit.id };
    return takePhoto(scope, audit.id, photo, (trx, title) =>
      addPhoto(trx, scope, { ...stored, title }, file),
    );
  });
  if (!taken.ok) return unstored(taken.problem);
  return answered(taken.outcome, addressOfIndicator(audit.id, code, filterOf(request.url)));
}

export default function AddPhoto() {
  const { audit, indicator, photoId, filter } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const [form, fields] = useFields<{ file: string; photoId: string }>('photo', { reply: undefined });
  return (
    <StepPage
      title="Add a photo"
      lead={indicator.requirement}
      place={{
        to: addressOfIndicator(audit.id, indicator.code, filter),
        label: `Indicator ${indicator.code}`,
        eyebrow: audit.recruiter,
      }}
      form={form}
      refusal={refusal && photoWords(refusal)}
      button="Add the photo"
      encType="multipart/form-data"
    >
      <GivenId field={fields.photoId} fresh={photoId} />
      <FileField
        field={fields.file}
        label="Photo"
        hint="JPEG, PNG or WebP, up to 10 MB. Place and camera are taken out of it. No faces and no names of workers. It stays with this indicator."
        accept={photoTypes.join(',')}
      />
    </StepPage>
  );
}
