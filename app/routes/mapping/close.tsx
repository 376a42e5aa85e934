import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { closeCampaign } from '#app/features/mapping/campaigns/commands.server.ts';
import { findCampaign } from '#app/features/mapping/campaigns/queries.server.ts';
import { refusalText } from '#app/features/mapping/campaigns/ui/words.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

export const meta: MetaFunction = () => [{ title: 'Close the campaign · Mapping · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, name } = found(await findCampaign(scope, found(params['id'])));
  return { id, name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findCampaign(scope, found(params['id'])));
  return answered(await closeCampaign(scope, id), `/mapping/campaigns/${id}`);
}

export default function Step() {
  const { id, name } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <SureStep
      title="Close the campaign"
      lead="Nobody is asked or reminded any more, and nothing new is sent. What was answered stays with you until its respondent takes it back. You can open it again."
      place={{ to: `/mapping/campaigns/${id}`, label: 'The campaign', eyebrow: name }}
      refusal={refusal && refusalText(refusal)}
      reply={undefined}
      button="Close it"
    />
  );
}
