import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { makeKey } from '#app/features/accounts/keys/commands.server.ts';
import { makeKeyForm, type MakeKeyForm } from '#app/features/accounts/keys/forms.ts';
import { keyScopes } from '#app/features/accounts/keys/model.ts';
import { mayManageKeys } from '#app/features/accounts/keys/policy.ts';
import { KeyShown } from '#app/features/accounts/keys/ui/key-shown.tsx';
import { refusalText, scopeWords } from '#app/features/accounts/keys/ui/words.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { allowed, badInput, refused, shownOnce } from '#app/platform/http.server.ts';
import { CheckboxGroup, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { madeOf } from '#app/ui/parts/shown-once.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Make an API key · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await enter(request, 'company');
  allowed(mayManageKeys(actor));
  await askWhoItIs(request);
  return { id: crypto.randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageKeys(scope.actor));
  const form = await readForm(request, makeKeyForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return shownOnce(await makeKey(scope, form.value), form.reply);
}

const options = keyScopes.map((value) => ({ value, ...scopeWords[value] }));

export default function NewKey() {
  const { id } = useLoaderData<typeof loader>();
  const { made, again } = madeOf(useActionData<typeof action>());
  const [form, fields] = useFields<MakeKeyForm>('key', { reply: again?.reply, saved: { id } });
  if (made)
    return <KeyShown made={made} title="Your new key" next="It works from now on, until you revoke it." />;
  return (
    <StepPage
      title="Make an API key"
      place={{ to: '/organisation/keys', label: 'API keys' }}
      lead="One key for one program. The key is shown once, on the next page; owners of your company are told by mail."
      form={form}
      refusal={again?.refusal && refusalText(again.refusal)}
      button="Make the key"
    >
      <GivenId field={fields.id} fresh={id} />
      <TextField
        field={fields.name}
        label="Name"
        hint="The program that will use it, such as “Supplier portal”. People of your company read this."
        maxLength={100}
        autoComplete="off"
      />
      <CheckboxGroup
        field={fields.scopes}
        label="What it may do"
        hint="No more than the program needs"
        options={options}
      />
    </StepPage>
  );
}
