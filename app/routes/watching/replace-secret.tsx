import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { replaceEndpointSecret } from '#app/features/watching/webhooks/commands.server.ts';
import { SecretShown } from '#app/features/watching/ui/secret-shown.tsx';
import { WebhookStep } from '#app/features/watching/ui/webhook-step.tsx';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { found, shownOnce } from '#app/platform/http.server.ts';
import { madeOf } from '#app/ui/parts/shown-once.tsx';

import { managedWebhook } from './managed.server.ts';

export const meta: MetaFunction = () => [{ title: 'Replace the secret · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  return found(await managedWebhook(scope, params['id']));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await managedWebhook(scope, params['id']));
  const form = await readForm(request, nothingForm);
  return shownOnce(await replaceEndpointSecret(scope, id), form.reply);
}

export default function ReplaceSecret() {
  const webhook = useLoaderData<typeof loader>();
  const { made, again } = madeOf(useActionData<typeof action>());
  if (made) return <SecretShown made={made} />;
  return (
    <WebhookStep
      title="Replace the secret"
      lead="For one day messages are signed with both secrets, so that your receiver can change in its own time."
      webhook={webhook}
      answer={again}
      button="Make a new secret"
    />
  );
}
