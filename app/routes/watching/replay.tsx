import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { replayMessage } from '#app/features/watching/webhooks/commands.server.ts';
import { mayManageEndpoints } from '#app/features/watching/policy.ts';
import { findEndpointOf } from '#app/features/watching/webhooks/queries.server.ts';
import { refusalText } from '#app/features/watching/ui/words.ts';
import { stepForm } from '#app/features/watching/webhooks/forms.ts';
import { readForm } from '#app/platform/form.server.ts';
import { allowed, answered, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Send this message again · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageEndpoints(scope.actor));
  const record = found(await findEndpointOf(scope, found(params['id'])));
  return { id: record.id, name: record.url };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  allowed(mayManageEndpoints(scope.actor));
  const id = found(params['id']);
  found(await findEndpointOf(scope, id));
  const form = await readForm(request, stepForm);
  return answered(await replayMessage(scope, id), '/webhooks', form.reply);
}

export default function Replay() {
  const { id, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form] = useFields('step', { reply: answer?.reply });
  return (
    <StepPage
      title="Send this message again"
      lead="It goes out under the same id, so that a receiver that has it already knows it."
      place={{ to: `/webhooks/${id}`, label: 'Webhook', eyebrow: name }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Send it again"
    />
  );
}
