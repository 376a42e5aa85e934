import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { askForLift } from '#app/features/certificates/decisions/commands/ask-lift.server.ts';
import { noteForm } from '#app/features/certificates/forms.ts';
import { findCertificate } from '#app/features/certificates/queries.server.ts';
import { LiftReview } from '#app/features/certificates/ui/lift-review.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Put before the panel · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { listed: found(await findCertificate(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { certificate } = found(await findCertificate(scope, found(params['id'])));
  const form = await readForm(request, noteForm);
  if (!form.ok) return badInput(form.reply);
  const back = `/scheme/certificates/${certificate.id}`;
  return answered(await askForLift(scope, certificate.id, form.value), back, form.reply);
}

export default function PutForLift() {
  const { listed } = useLoaderData<typeof loader>();
  return <LiftReview listed={listed} answer={useActionData<typeof action>()} />;
}
