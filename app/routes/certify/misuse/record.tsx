import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { recordMisuse } from '#app/features/certificates/claims/misuse/commands.server.ts';
import { misuseForm } from '#app/features/certificates/claims/misuse/forms.ts';
import { listGranted } from '#app/features/certificates/claims/misuse/queries.server.ts';
import { RecordMisuse } from '#app/features/certificates/claims/ui/misuse-parts.tsx';
import { findCertificate } from '#app/features/certificates/queries.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Record a misuse · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { certificate, recruiter } = found(await findCertificate(scope, found(params['id'])));
  const granted = await listGranted(scope, certificate.id);
  return { certificate, recruiter, granted, id: crypto.randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { certificate } = found(await findCertificate(scope, found(params['id'])));
  const form = await readForm(request, misuseForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await recordMisuse(scope, certificate.id, form.value);
  return outcome.ok ? redirect(`/scheme/misuses/${outcome.value.id}`) : refused(outcome.refusal, form.reply);
}

export default function Record() {
  const { certificate, recruiter, granted, id } = useLoaderData<typeof loader>();
  return (
    <RecordMisuse
      lead="The holder is told at once. It becomes a finding on indicator B.1.6 in the audit that is planned or under way; where there is none, a special audit is proposed to the scheme. You may suspend the certificate for it on the next page."
      place={{
        ...{ to: `/scheme/certificates/${certificate.id}`, label: recruiter },
        eyebrow: certificate.number,
      }}
      granted={granted}
      id={id}
      answer={useActionData<typeof action>()}
    />
  );
}
