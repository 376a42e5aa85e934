import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { withdrawForm } from '#app/features/certificates/forms.ts';
import type { WithdrawalReason } from '#app/features/certificates/model.ts';
import { barToGraver, findCertificate } from '#app/features/certificates/queries.server.ts';
import { reasonsToWithdraw } from '#app/features/certificates/rules.ts';
import { withdrawCertificate } from '#app/features/certificates/status-commands.server.ts';
import { StatusPage } from '#app/features/certificates/ui/status-page.tsx';
import { previewStanding } from '#app/features/register/preview.server.ts';
import { BeforeAfter, Stands } from '#app/features/register/ui/before-after.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, chosenIn, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Withdraw the certificate · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  const listed = found(await findCertificate(scope, found(params['id'])));
  const { id, status } = listed.certificate;
  const settled = status === 'withdrawn' && (await barToGraver(scope, id)) !== null;
  const reasons = settled ? [] : reasonsToWithdraw(listed.certificate);
  const after = { status: 'withdrawn', reasonClass: chosenOf(request, reasons) } as const;
  return { listed, reasons, preview: await previewStanding(scope, listed.registrationNumber, after) };
}

/** The reason that is looked at; none where nothing is graver than the one that stands. */
function chosenOf(request: Request, [first, ...others]: readonly WithdrawalReason[]) {
  return first ? chosenIn(request, 'reasonClass', [first, ...others]) : null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { certificate } = found(await findCertificate(scope, found(params['id'])));
  const form = await readForm(request, withdrawForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(
    await withdrawCertificate(scope, certificate.id, form.value),
    `/scheme/certificates/${certificate.id}`,
    form.reply,
  );
}

const lead =
  'This is final. From this moment every public answer says “Withdrawn”, with the reason you choose. The recruiter may come back by a new application only.';
const graverLead =
  'The certificate was withdrawn, and stays so from that day. Every public answer gives the graver reason from this moment, and the history keeps both; when the recruiter may apply again follows from it. The recruiter is told by mail, and may appeal.';
const settledLead =
  'It was withdrawn, and no graver reason can be put on it: none is graver than the one that stands, the recruiter came back with another certificate since, or an appeal against the withdrawal is open and is decided first.';

export default function Withdraw() {
  const { listed, reasons, preview } = useLoaderData<typeof loader>();
  const words = wordsOf(listed.certificate.status === 'withdrawn', reasons.length > 0);
  return (
    <StatusPage
      listed={listed}
      preview={
        reasons.length > 0 ? (
          <BeforeAfter preview={preview} reasons={reasons} />
        ) : (
          <Stands preview={preview} />
        )
      }
      answer={useActionData<typeof action>()}
      {...words}
      reasons={reasons}
      danger
    />
  );
}

function wordsOf(withdrawn: boolean, open: boolean) {
  const button = withdrawn ? 'Publish the graver reason' : 'Withdraw for good';
  if (!withdrawn) return { title: 'Withdraw the certificate', lead, button };
  const title = 'Give the withdrawal a graver reason';
  return { title, lead: open ? graverLead : settledLead, button };
}
