import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { mayManageEndpoints } from '#app/features/watching/policy.ts';
import { SecretShown } from '#app/features/watching/ui/secret-shown.tsx';
import { refusalText } from '#app/features/watching/ui/words.ts';
import { addEndpoint } from '#app/features/watching/webhooks/commands.server.ts';
import { endpointForm, type EndpointForm } from '#app/features/watching/webhooks/forms.ts';
import { readForm } from '#app/platform/form.server.ts';
import { allowed, badInput, shownOnce } from '#app/platform/http.server.ts';
import { TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';
import { madeOf } from '#app/ui/parts/shown-once.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a webhook · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await enter(request, 'company');
  allowed(mayManageEndpoints(actor));
  return { id: crypto.randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageEndpoints(scope.actor));
  const form = await readForm(request, endpointForm);
  if (!form.ok) return badInput(form.reply);
  return shownOnce(await addEndpoint(scope, form.value), form.reply);
}

export default function NewWebhook() {
  const { id } = useLoaderData<typeof loader>();
  const { made, again } = madeOf(useActionData<typeof action>());
  const [form, fields] = useFields<EndpointForm>('webhook', { reply: again?.reply, saved: { id } });
  if (made) return <SecretShown made={made} />;
  return (
    <StepPage
      title="Add a webhook"
      lead="Each change of what your company watches is sent there. The secret that signs it is shown once, on the next page."
      place={{ to: '/webhooks', label: 'Webhooks' }}
      form={form}
      refusal={again?.refusal && refusalText(again.refusal)}
      button="Add the webhook"
    >
      <GivenId field={fields.id} fresh={id} />
      <TextField
        field={fields.url}
        label="Address"
        hint="Begins with https:// and leads to a machine on the public internet"
        type="url"
        width="full"
        autoComplete="off"
      />
    </StepPage>
  );
}
