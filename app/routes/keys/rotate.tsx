import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { rotateKey } from '#app/features/accounts/keys/commands.server.ts';
import { replaceKeyForm, type ReplaceKeyForm } from '#app/features/accounts/keys/forms.ts';
import { overlaps } from '#app/features/accounts/keys/model.ts';
import { mayManageKeys } from '#app/features/accounts/keys/policy.ts';
import { findKey } from '#app/features/accounts/keys/queries.server.ts';
import { KeyShown } from '#app/features/accounts/keys/ui/key-shown.tsx';
import { overlapWords, refusalText } from '#app/features/accounts/keys/ui/words.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { allowed, badInput, found, refused, shownOnce } from '#app/platform/http.server.ts';
import { RadioGroup } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { madeOf } from '#app/ui/parts/shown-once.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Replace an API key · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageKeys(scope.actor));
  const { name, hint } = found(await findKey(scope, found(params['id'])));
  await askWhoItIs(request);
  return { name, hint };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageKeys(scope.actor));
  const { id } = found(await findKey(scope, found(params['id'])));
  const form = await readForm(request, replaceKeyForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return shownOnce(await rotateKey(scope, id, form.value), form.reply);
}

const options = overlaps.map((value) => ({ value, ...overlapWords[value] }));

export default function RotateKey() {
  const { name, hint } = useLoaderData<typeof loader>();
  const { made, again } = madeOf(useActionData<typeof action>());
  const [form, fields] = useFields<ReplaceKeyForm>('replace', { reply: again?.reply });
  if (made)
    return (
      <KeyShown
        made={made}
        title="The new key"
        next={`The old key, ending in ${hint}, goes no further than ${timeInWords(made.endsAt)}.`}
      />
    );
  return (
    <StepPage
      title="Replace this key"
      place={{ to: '/organisation/keys', label: 'API keys', eyebrow: `${name}, ending in ${hint}` }}
      lead="You get a new key for the same program, with the same rights. For as long as you choose, both work."
      form={form}
      refusal={again?.refusal && refusalText(again.refusal)}
      button="Make the new key"
    >
      <RadioGroup field={fields.overlap} label="The old key" options={options} />
    </StepPage>
  );
}
