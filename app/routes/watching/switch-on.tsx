import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { enableEndpoint } from '#app/features/watching/webhooks/commands.server.ts';
import { WebhookStep } from '#app/features/watching/ui/webhook-step.tsx';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, found } from '#app/platform/http.server.ts';

import { managedWebhook } from './managed.server.ts';

export const meta: MetaFunction = () => [{ title: 'Switch this webhook on · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  return found(await managedWebhook(scope, params['id']));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await managedWebhook(scope, params['id']));
  const form = await readForm(request, nothingForm);
  return answered(await enableEndpoint(scope, id), `/webhooks/${id}`, form.reply);
}

export default function SwitchOn() {
  return (
    <WebhookStep
      title="Switch this webhook on"
      lead="What waited since it was switched off is sent now."
      webhook={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      button="Switch it on"
    />
  );
}
