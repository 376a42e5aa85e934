import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { openCampaign } from '#app/features/mapping/campaigns/commands.server.ts';
import { findCampaign } from '#app/features/mapping/campaigns/queries.server.ts';
import { refusalText } from '#app/features/mapping/campaigns/ui/words.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

export const meta: MetaFunction = () => [{ title: 'Open the campaign · Mapping · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, name } = found(await findCampaign(scope, found(params['id'])));
  return { id, name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findCampaign(scope, found(params['id'])));
  return answered(await openCampaign(scope, id), `/mapping/campaigns/${id}`);
}

export default function Step() {
  const { id, name } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <SureStep
      title="Open the campaign"
      lead="Everybody named with an address gets a mail with a link of their own, in the language you chose for them."
      place={{ to: `/mapping/campaigns/${id}`, label: 'The campaign', eyebrow: name }}
      refusal={refusal && refusalText(refusal)}
      reply={undefined}
      button="Open it"
    />
  );
}
