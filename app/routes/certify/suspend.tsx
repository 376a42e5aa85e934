import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { findMisuse } from '#app/features/certificates/claims/misuse/queries.server.ts';
import { suspendForm } from '#app/features/certificates/forms.ts';
import { suspensionReasons } from '#app/features/certificates/model.ts';
import { findCertificate } from '#app/features/certificates/queries.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { StatusPage } from '#app/features/certificates/ui/status-page.tsx';
import { previewStanding } from '#app/features/register/preview.server.ts';
import { BeforeAfter } from '#app/features/register/ui/before-after.tsx';
import { dayInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, chosenIn, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Suspend the certificate · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  const listed = found(await findCertificate(scope, found(params['id'])));
  const after = {
    status: 'suspended',
    reasonClass: chosenIn(request, 'reasonClass', suspensionReasons),
  } as const;
  const misuse = await findMisuse(scope, new URL(request.url).searchParams.get('misuse') ?? '');
  const saved = misuse && {
    reasonClass: 'claims_misused' as const,
    note: `Misuse seen on ${dayInWords(misuse.seenOn)}, ${misuse.place}: ${misuse.what}`,
  };
  return { saved, listed, preview: await previewStanding(scope, listed.registrationNumber, after) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { certificate } = found(await findCertificate(scope, found(params['id'])));
  const form = await readForm(request, suspendForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(
    await suspendCertificate(scope, certificate.id, form.value),
    `/scheme/certificates/${certificate.id}`,
    form.reply,
  );
}

export default function Suspend() {
  const { saved, listed, preview } = useLoaderData<typeof loader>();
  return (
    <StatusPage
      listed={listed}
      saved={saved}
      preview={<BeforeAfter preview={preview} reasons={suspensionReasons} />}
      answer={useActionData<typeof action>()}
      title="Suspend the certificate"
      lead="From this moment the register, the API, the code on the certificate and the worker check say “Suspended”, with today’s date and the reason you choose. The recruiter is told by mail."
      reasons={suspensionReasons}
      button="Suspend and publish"
      danger
    />
  );
}
