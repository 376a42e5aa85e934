import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { watchList } from '#app/features/watching/commands.server.ts';
import { watchListForm } from '#app/features/watching/forms.ts';
import { WatchStep } from '#app/features/watching/ui/watch-step.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { TextArea, TextField } from '#app/ui/fields.tsx';

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
  return (
    <WatchStep<{ name: string; numbers: string }>
      title="Watch a list"
      lead="A named list of registration numbers, one a line. Numbers that are on no register are left out. A list of the same name is replaced."
      button="Watch this list"
      answer={useActionData<typeof action>()}
    >
      {(fields) => (
        <>
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
        </>
      )}
    </WatchStep>
  );
}
