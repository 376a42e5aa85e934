import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { changeName } from '#app/features/accounts/people/commands/name.server.ts';
import { nameForm } from '#app/features/accounts/people/forms.ts';
import { findMe } from '#app/features/accounts/people/queries.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Your name · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  return { name: (await findMe(scope)).name };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const form = await readForm(request, nameForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await changeName(scope, form.value.name), '/me', form.reply);
}

export default function Name() {
  const saved = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ name: string }>('name', { reply: answer?.reply, saved });
  return (
    <>
      <PageHeader
        title="Change your name"
        lead="Everyone you work with here sees it, also beside what you did before."
        back={{ to: '/me', label: 'Your account' }}
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextField field={fields.name} label="Your name" autoComplete="name" />
        <Button>Save</Button>
      </PageForm>
    </>
  );
}
