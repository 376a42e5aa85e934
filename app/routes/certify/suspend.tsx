import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { findMisuse } from '#app/features/certificates/claims/misuse/queries.server.ts';
import { findCondition } from '#app/features/certificates/decisions/conditions/queries.server.ts';
import { suspensionFor } from '#app/features/certificates/decisions/conditions/rules.ts';
import { suspendForm } from '#app/features/certificates/forms.ts';
import type { SuspensionReason } from '#app/features/certificates/model.ts';
import { findCertificate } from '#app/features/certificates/queries.server.ts';
import { reasonsToSuspend } from '#app/features/certificates/rules.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { StatusPage } from '#app/features/certificates/ui/status-page.tsx';
import { previewStanding } from '#app/features/register/preview.server.ts';
import { BeforeAfter, Stands } from '#app/features/register/ui/before-after.tsx';
import { dayInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import { answered, badInput, chosenIn, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Suspend the certificate · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  const listed = found(await findCertificate(scope, found(params['id'])));
  const reasons = reasonsToSuspend(listed.certificate);
  const after = { status: 'suspended', reasonClass: chosenOf(request, reasons) } as const;
  const saved = await causeOf(scope, new URL(request.url).searchParams, listed.certificate.organisationId);
  const preview = await previewStanding(scope, listed.registrationNumber, after);
  return { saved, listed, reasons, preview };
}

/** The reason that is looked at; none where nothing is graver than the one that stands. */
function chosenOf(request: Request, [first, ...others]: readonly SuspensionReason[]) {
  return first ? chosenIn(request, 'reasonClass', [first, ...others]) : null;
}

/** What gave cause, where an officer came here from a misuse or from a condition that was not met. */
async function causeOf(scope: Scope<Officer>, sent: URLSearchParams, holder: string) {
  const condition = await findCondition(scope, sent.get('condition') ?? '');
  if (condition?.organisationId === holder) return suspensionFor(condition);
  const misuse = await findMisuse(scope, sent.get('misuse') ?? '');
  return (
    misuse && {
      reasonClass: 'claims_misused' as const,
      note: `Misuse seen on ${dayInWords(misuse.seenOn)}, ${misuse.place}: ${misuse.what}`,
    }
  );
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

const lead =
  'From this moment the register, the API, the code on the certificate and the worker check say “Suspended”, with today’s date and the reason you choose. The recruiter is told by mail.';
const graverLead =
  'The suspension goes on from its first day, and so do its months. Every public answer gives the graver reason from this moment; who lifts it follows from that reason. The recruiter is told by mail, and may appeal.';

const settledLead =
  'It is suspended already, and no reason is graver than the one that stands. Nothing can be changed here.';

export default function Suspend() {
  const { saved, listed, reasons, preview } = useLoaderData<typeof loader>();
  const words = wordsOf(listed.certificate.status === 'suspended', reasons.length > 0);
  return (
    <StatusPage
      listed={listed}
      saved={saved}
      preview={
        reasons.length > 0 ? (
          <BeforeAfter preview={preview} reasons={reasons} />
        ) : (
          <Stands preview={preview} />
        )
      }
      answer={useActionData<typeof action>()}
      title={words.title}
      lead={words.lead}
      reasons={reasons}
      button="Suspend and publish"
      danger
    />
  );
}

function wordsOf(suspended: boolean, open: boolean) {
  if (!open) return { title: 'Suspended for the gravest reason', lead: settledLead };
  return suspended
    ? { title: 'Give the suspension a graver reason', lead: graverLead }
    : { title: 'Suspend the certificate', lead };
}
