import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { leaveCertificate } from '#app/features/certificates/exit/commands.server.ts';
import { mayLeave } from '#app/features/certificates/exit/policy.ts';
import { leave } from '#app/features/certificates/exit/rules.ts';
import { ExitPage } from '#app/features/certificates/exit/ui/exit-page.tsx';
import { noteForm } from '#app/features/certificates/forms.ts';
import { findOwnCertificate } from '#app/features/certificates/queries.server.ts';
import { previewStanding } from '#app/features/register/preview.server.ts';
import { BeforeAfter } from '#app/features/register/ui/before-after.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { allowed, answered, badInput, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Give your certificate back · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  allowed(mayLeave(scope.actor, scope.actor.organisationId));
  await askWhoItIs(request);
  const listed = await findOwnCertificate(scope);
  const after = { status: 'withdrawn', reasonClass: 'own_request' } as const;
  const allows = listed && leave(listed.certificate, 'withdraw', scope.now, dayOf(scope.now));
  const bar = allows?.ok === false ? allows.refusal : undefined;
  const preview = listed && (await previewStanding(scope, listed.registrationNumber, after));
  return { number: listed?.certificate.number, bar, preview };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  allowed(mayLeave(scope.actor, scope.actor.organisationId));
  const form = await readForm(request, noteForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await leaveCertificate(scope, 'withdraw', form.value), '/certificate', form.reply);
}

export default function OwnWithdrawal() {
  const { number, bar, preview } = useLoaderData<typeof loader>();
  return (
    <ExitPage
      number={number}
      bar={bar}
      title="Give your certificate back"
      lead="This is final, and cannot be appealed against. Use of the certificate and the mark stops the same day, and what you promised to workers still holds. You may apply anew after the months the scheme says for a certificate that was withdrawn: twelve, where nothing else was agreed."
      preview={<BeforeAfter preview={preview} />}
      button="Withdraw for good"
      answer={useActionData<typeof action>()}
    />
  );
}
