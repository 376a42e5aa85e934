import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { enableEndpoint } from '#app/features/watching/webhooks/commands.server.ts';
import { mayManageEndpoints } from '#app/features/watching/policy.ts';
import { findEndpoint } from '#app/features/watching/webhooks/queries.server.ts';
import { refusalText } from '#app/features/watching/ui/words.ts';
import { stepForm } from '#app/features/watching/webhooks/forms.ts';
import { readForm } from '#app/platform/form.server.ts';
import { allowed, answered, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Switch this webhook on · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageEndpoints(scope.actor));
  const record = found(await findEndpoint(scope, found(params['id'])));
  return { id: record.id, name: record.url };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageEndpoints(scope.actor));
  const id = found(params['id']);
  found(await findEndpoint(scope, id));
  const form = await readForm(request, stepForm);
  return answered(await enableEndpoint(scope, id), `/webhooks/${id}`, form.reply);
}

export default function SwitchOn() {
  const { id, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form] = useFields('step', { reply: answer?.reply });
  return (
    <StepPage
      title="Switch this webhook on"
      lead="What waited since it was switched off is sent now."
      place={{ to: `/webhooks/${id}`, label: 'Webhook', eyebrow: name }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Switch it on"
    />
  );
}
