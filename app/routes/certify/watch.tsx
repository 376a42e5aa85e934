import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { watchForm } from '#app/features/certificates/forms.ts';
import type { WatchReason } from '#app/features/certificates/model.ts';
import { findCertificate } from '#app/features/certificates/queries.server.ts';
import { watchCertificate } from '#app/features/certificates/status-commands.server.ts';
import { StatusPage } from '#app/features/certificates/ui/status-page.tsx';
import { listWatchReasons } from '#app/features/certificates/watch/queries.server.ts';
import { previewStanding } from '#app/features/register/preview.server.ts';
import { BeforeAfter } from '#app/features/register/ui/before-after.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, chosenIn, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Place under watch · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  const listed = found(await findCertificate(scope, found(params['id'])));
  const reasons = await listWatchReasons(scope, listed.certificate.id);
  const after = {
    status: 'certified_under_watch',
    reasonClass: chosenIn<WatchReason>(request, 'reasonClass', reasons),
  } as const;
  return { listed, reasons, preview: await previewStanding(scope, listed.registrationNumber, after) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { certificate } = found(await findCertificate(scope, found(params['id'])));
  const form = await readForm(request, watchForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(
    await watchCertificate(scope, certificate.id, form.value),
    `/scheme/certificates/${certificate.id}`,
    form.reply,
  );
}

const lead =
  'The certificate stays in force. Every public answer says “Certified, under watch”, with the reason you choose.';
const untoldLead = ' A special audit can be named once the recruiter was told of it, or it has begun.';

export default function Watch() {
  const { listed, reasons, preview } = useLoaderData<typeof loader>();
  return (
    <StatusPage
      listed={listed}
      preview={<BeforeAfter preview={preview} reasons={reasons} />}
      answer={useActionData<typeof action>()}
      title="Place under watch"
      lead={reasons.length > 1 ? lead : lead + untoldLead}
      reasons={reasons}
      button="Place under watch"
    />
  );
}
