import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { watchList } from '#app/features/watching/commands.server.ts';
import { watchListForm } from '#app/features/watching/forms.ts';
import { refusalText } from '#app/features/watching/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Watch a list · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'company');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const form = await readForm(request, watchListForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await watchList(scope, form.value), '/watches', form.reply);
}

export default function WatchList() {
  const saved = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ name: string; numbers: string }>('watch', {
    reply: answer?.reply,
    saved,
  });
  return (
    <StepPage
      title="Watch a list"
      lead="A named list of registration numbers, one a line. Numbers that are on no register are left out. A list of the same name is replaced."
      place={{ to: '/watches', label: 'Watches' }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Watch this list"
    >
      <TextField
        field={fields.name}
        label="Name"
        hint="Such as “Suppliers in Doha”"
        maxLength={100}
        autoComplete="off"
      />
      <TextArea
        field={fields.numbers}
        label="Registration numbers"
        hint="10,000 at most, one a line"
        rows={10}
      />
    </StepPage>
  );
}
