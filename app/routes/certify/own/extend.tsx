import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { askForExtension } from '#app/features/certificates/extension/commands.server.ts';
import { askForm } from '#app/features/certificates/extension/forms.ts';
import { AskForm } from '#app/features/certificates/extension/ui/ask-form.tsx';
import { findOwnCertificate } from '#app/features/certificates/queries.server.ts';
import { CertificateFacts } from '#app/features/certificates/ui/certificate-facts.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Ask for a wider scope · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { listed: await findOwnCertificate(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, askForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await askForExtension(scope, form.value), '/certificate', form.reply);
}

export default function Extend() {
  const { listed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = { to: '/certificate', label: 'Your certificate' };
  if (!listed)
    return (
      <>
        <PageHeader title="Ask for a wider scope" back={back} />
        <EmptyState
          title="No certificate yet"
          action={<ButtonLink to="/apply">See your application</ButtonLink>}
        >
          The scope of a first certificate is what the application asks for.
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title="Ask for a wider scope"
        eyebrow={listed.certificate.number}
        back={back}
        lead="Nothing changes until the scheme has answered. Until then your certificate covers what it covers now, and nothing beyond it may be advertised as certified."
      />
      <Section title="What it covers now">
        <CertificateFacts listed={listed} />
      </Section>
      <Section title="What shall be added">
        <AskForm covered={listed} answer={answer} />
      </Section>
    </>
  );
}
