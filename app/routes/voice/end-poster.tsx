import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { endPoster } from '#app/features/mapping/voice/commands.server.ts';
import { codeInFours } from '#app/features/mapping/voice/model.ts';
import { findPoster } from '#app/features/mapping/voice/queries.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { SureStep } from '#app/ui/parts/sure-step.tsx';

export const meta: MetaFunction = () => [{ title: 'End this poster · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { partyId, code, site } = found(await findPoster(scope, found(params['posterId'])));
  return { partyId, code, site };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, partyId } = found(await findPoster(scope, found(params['posterId'])));
  const form = await readForm(request, nothingForm);
  return answered(await endPoster(scope, id), `/mapping/voice/${partyId}`, form.reply);
}

export default function EndPoster() {
  const { partyId, code, site } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SureStep
      title={`End the poster ${codeInFours(code)}`}
      lead="Whoever scans it afterwards is told that it is not in use. What was answered stays."
      place={{ to: `/mapping/voice/${partyId}`, label: site, eyebrow: 'Workers’ own voice' }}
      reply={answer?.reply}
      refusal={answer?.refusal}
      button="End the poster"
      danger
    />
  );
}
