import type { ReactNode } from 'react';

import { Button, TextLink } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

type Reply = Parameters<typeof useFields>[1]['reply'];

/** Where every link of a mail ends that is too old, used or altered: why it may be so, and the way to a new one. */
export function BrokenLink() {
  return (
    <>
      <title>This link does not work any more · Fairroute</title>
      <PageHeader
        title="This link does not work any more"
        lead="A link in a mail works once and for a limited time, and it must be whole. Nothing was changed."
      />
      <NewLinkForm reply={undefined} />
      <p>
        Did the link do its work already? Then <TextLink to="/sign-in">sign in</TextLink>. For a new password,{' '}
        <TextLink to="/reset">ask for a link to choose one</TextLink>.
      </p>
    </>
  );
}

/** Asks for the address alone; the answer is the same for every address. */
export function NewLinkForm({ reply, refusal }: { reply: Reply; refusal?: ReactNode }) {
  const [form, fields] = useFields<{ email: string }>('new-link', { reply });
  return (
    <PageForm form={form} refusal={refusal} action="/new-link">
      <TextField
        field={fields.email}
        label="E-mail address"
        hint="The one the mail came to"
        type="email"
        autoComplete="username"
      />
      <Button>Send a new link</Button>
    </PageForm>
  );
}
