import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { reportChange } from '#app/features/certificates/changes/commands.server.ts';
import { changeForm } from '#app/features/certificates/changes/forms.ts';
import { listOwnChanges } from '#app/features/certificates/changes/queries.server.ts';
import { ChangeForm, ToldChanges } from '#app/features/certificates/changes/ui/change-parts.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Changes in your agency · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { changes: await listOwnChanges(scope), id: crypto.randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, changeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await reportChange(scope, form.value), '/certificate/changes', form.reply);
}

export default function Changes() {
  const { changes, id } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Changes in your agency"
        back={{ to: '/certificate', label: 'Your certificate' }}
        lead="Your certificate was decided on what your agency was. Tell the scheme before it changes, and at the latest when it has. The scheme looks at whether anything has to be audited for it."
      />
      <ToldChanges title="What you told" changes={changes} />
      <Section title="Tell of a change">
        <ChangeForm answer={useActionData<typeof action>()} id={id} />
      </Section>
    </>
  );
}
