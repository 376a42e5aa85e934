import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { replayMessage } from '#app/features/watching/webhooks/commands.server.ts';
import { mayManageEndpoints } from '#app/features/watching/policy.ts';
import { findEndpointOf } from '#app/features/watching/webhooks/queries.server.ts';
import { WebhookStep } from '#app/features/watching/ui/webhook-step.tsx';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { allowed, answered, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Send this message again · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageEndpoints(scope.actor));
  const { id, url } = found(await findEndpointOf(scope, found(params['id'])));
  return { id, url };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageEndpoints(scope.actor));
  const id = found(params['id']);
  found(await findEndpointOf(scope, id));
  const form = await readForm(request, nothingForm);
  return answered(await replayMessage(scope, id), '/webhooks', form.reply);
}

export default function Replay() {
  return (
    <WebhookStep
      title="Send this message again"
      lead="It goes out under the same id, so that a receiver that has it already knows it."
      webhook={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      button="Send it again"
    />
  );
}
