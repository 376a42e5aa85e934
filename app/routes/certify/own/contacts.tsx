import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { publishContacts } from '#app/features/register/contacts/commands.server.ts';
import { contactsForm } from '#app/features/register/contacts/forms.ts';
import { findOwnContacts } from '#app/features/register/contacts/queries.server.ts';
import { ContactsForm } from '#app/features/register/contacts/ui/contacts-form.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Contacts on the register · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const own = await findOwnContacts(scope);
  return { own: own && { number: own.number, kept: own.kept } };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { number, country } = found(await findOwnContacts(scope));
  const form = await readForm(request, contactsForm(country));
  if (!form.ok) return badInput(form.reply);
  return answered(await publishContacts(scope, form.value), `/register/${number}`, form.reply);
}

export default function OwnContacts() {
  const { own } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!own)
    return (
      <>
        <PageHeader title="Contacts on the register" />
        <EmptyState
          title="Not on the register"
          action={<ButtonLink to="/apply">See your application</ButtonLink>}
        >
          With your record on the register you publish the numbers and pages that are your own, so that
          workers can tell a call of yours from somebody else’s.
        </EmptyState>
      </>
    );
  const record = `/register/${own.number}`;
  return (
    <>
      <PageHeader
        title="Contacts on the register"
        eyebrow={own.number}
        back={{ to: record, label: 'Your record' }}
        lead="Everybody reads these on your record, and finds you by the numbers. Publish what you answer yourselves: workers are told that a call from any other number is not from your office."
      />
      <ContactsForm answer={answer} kept={own.kept} back={record} />
    </>
  );
}
