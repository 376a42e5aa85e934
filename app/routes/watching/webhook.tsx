import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { mayManageEndpoints } from '#app/features/watching/policy.ts';
import { MessageTable } from '#app/features/watching/ui/message-table.tsx';
import { endpointWords } from '#app/features/watching/ui/words.ts';
import { findEndpoint, listMessages } from '#app/features/watching/webhooks/queries.server.ts';
import { endpointStanding } from '#app/features/watching/webhooks/rules.ts';
import { found } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';

export const meta: MetaFunction = () => [{ title: 'Webhook · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const endpoint = found(await findEndpoint(scope, found(params['id'])));
  return {
    ...{ id: endpoint.id, url: endpoint.url, standing: endpointStanding(endpoint) },
    messages: await listMessages(scope, endpoint.id),
    managed: mayManageEndpoints(scope.actor),
  };
}

export default function Webhook() {
  const { id, url, standing, messages, managed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Webhook"
        back={{ to: '/webhooks', label: 'Webhooks' }}
        lead={<span className="break-all">{url}</span>}
        tag={<StatusTag tone={endpointWords[standing].tone}>{endpointWords[standing].label}</StatusTag>}
      />
      {managed ? (
        <Actions>
          {standing === 'disabled' ? <ButtonLink to={`/webhooks/${id}/on`}>Switch it on</ButtonLink> : null}
          <ButtonLink to={`/webhooks/${id}/secret`} kind="secondary">
            Replace the secret
          </ButtonLink>
          <ButtonLink to={`/webhooks/${id}/end`} kind="secondary">
            Remove
          </ButtonLink>
        </Actions>
      ) : null}
      <MessageTable messages={messages} managed={managed && standing !== 'disabled'} />
    </>
  );
}
