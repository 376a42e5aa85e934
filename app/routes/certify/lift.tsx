import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { noteForm } from '#app/features/certificates/forms.ts';
import { findCertificate } from '#app/features/certificates/queries.server.ts';
import { liftSuspension } from '#app/features/certificates/status-commands.server.ts';
import { StatusPage } from '#app/features/certificates/ui/status-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Lift the suspension · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  return { listed: found(await findCertificate(scope, found(params['id']))) };
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
  return (
    <StatusPage
      listed={useLoaderData<typeof loader>().listed}
      answer={useActionData<typeof action>()}
      title="Lift the suspension"
      lead="From this moment every public answer says “Certified” again. The history keeps the suspension."
      button="Lift the suspension"
    />
  );
}
