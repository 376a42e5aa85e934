import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { endEndpoint } from '#app/features/watching/webhooks/commands.server.ts';
import { WebhookStep } from '#app/features/watching/ui/webhook-step.tsx';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, found } from '#app/platform/http.server.ts';

import { managedWebhook } from './managed.server.ts';

export const meta: MetaFunction = () => [{ title: 'Remove this webhook · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  return found(await managedWebhook(scope, params['id']));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await managedWebhook(scope, params['id']));
  const form = await readForm(request, nothingForm);
  return answered(await endEndpoint(scope, id), '/webhooks', form.reply);
}

export default function EndWebhook() {
  return (
    <WebhookStep
      title="Remove this webhook"
      lead="Nothing is sent there any more, and it cannot be brought back."
      webhook={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      button="Remove the webhook"
      danger
    />
  );
}
