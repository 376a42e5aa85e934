import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { noteForm } from '#app/features/certificates/forms.ts';
import { findCertificate } from '#app/features/certificates/queries.server.ts';
import { liftSuspension } from '#app/features/certificates/status-commands.server.ts';
import { StatusPage } from '#app/features/certificates/ui/status-page.tsx';
import { previewStanding } from '#app/features/register/preview.server.ts';
import { BeforeAfter } from '#app/features/register/ui/before-after.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Lift the suspension · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  const listed = found(await findCertificate(scope, found(params['id'])));
  const after = { status: 'certified', reasonClass: null } as const;
  return { listed, preview: await previewStanding(scope, listed.registrationNumber, after) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { certificate } = found(await findCertificate(scope, found(params['id'])));
  const form = await readForm(request, noteForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(
    await liftSuspension(scope, certificate.id, form.value),
    `/scheme/certificates/${certificate.id}`,
    form.reply,
  );
}

export default function Lift() {
  const { listed, preview } = useLoaderData<typeof loader>();
  return (
    <StatusPage
      listed={listed}
      preview={<BeforeAfter preview={preview} />}
      answer={useActionData<typeof action>()}
      title="Lift the suspension"
      lead="From this moment every public answer says “Certified” again. The history keeps the suspension."
      button="Lift the suspension"
    />
  );
}
