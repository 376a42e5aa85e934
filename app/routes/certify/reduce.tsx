import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { reduceForm } from '#app/features/certificates/forms.ts';
import { findCertificate } from '#app/features/certificates/queries.server.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import { ReduceForm } from '#app/features/certificates/ui/reduce-form.tsx';
import { findRecord } from '#app/features/register/queries.server.ts';
import { Coverage } from '#app/features/register/ui/coverage.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Reduce the scope · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  const listed = found(await findCertificate(scope, found(params['id'])));
  const record = await findRecord(scope, listed.registrationNumber);
  return { listed, record: record.ok ? record.value : undefined };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { certificate } = found(await findCertificate(scope, found(params['id'])));
  const form = await readForm(request, reduceForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const back = `/scheme/certificates/${certificate.id}`;
  return answered(await reduceScope(scope, certificate.id, form.value), back, form.reply);
}

export default function Reduce() {
  const { listed, record } = useLoaderData<typeof loader>();
  const back = `/scheme/certificates/${listed.certificate.id}`;
  return (
    <>
      <PageHeader
        title="Reduce the scope"
        eyebrow={listed.certificate.number}
        back={{ to: back, label: listed.recruiter }}
        lead="The certificate stays as it is and covers less from this moment. The register shows only what stays ticked; earlier versions are kept. A wider scope takes a request, a review and the panel."
      />
      {record ? (
        <Section title="What the public reads now">
          <Coverage record={record} />
        </Section>
      ) : null}
      <Section title="What the public will read: what stays ticked">
        <ReduceForm covered={listed} back={back} answer={useActionData<typeof action>()} />
      </Section>
    </>
  );
}
