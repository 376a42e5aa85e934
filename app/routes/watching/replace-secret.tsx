import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { replaceEndpointSecret } from '#app/features/watching/webhooks/commands.server.ts';
import { mayManageEndpoints } from '#app/features/watching/policy.ts';
import { findEndpoint } from '#app/features/watching/webhooks/queries.server.ts';
import { SecretShown } from '#app/features/watching/ui/secret-shown.tsx';
import { refusalText } from '#app/features/watching/ui/words.ts';
import { stepForm } from '#app/features/watching/webhooks/forms.ts';
import { readForm } from '#app/platform/form.server.ts';
import { allowed, found, shownOnce } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';
import { madeOf } from '#app/ui/parts/shown-once.tsx';

export const meta: MetaFunction = () => [{ title: 'Replace the secret · Fairroute' }];

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
  return shownOnce(await replaceEndpointSecret(scope, id), form.reply);
}

export default function ReplaceSecret() {
  const { id, name } = useLoaderData<typeof loader>();
  const { made, again } = madeOf(useActionData<typeof action>());
  const [form] = useFields('step', { reply: again?.reply });
  if (made) return <SecretShown made={made} />;
  return (
    <StepPage
      title="Replace the secret"
      lead="For one day messages are signed with both secrets, so that your receiver can change in its own time."
      place={{ to: `/webhooks/${id}`, label: 'Webhook', eyebrow: name }}
      form={form}
      refusal={again?.refusal && refusalText(again.refusal)}
      button="Make a new secret"
    />
  );
}
