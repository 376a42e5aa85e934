import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { withdrawClaim } from '#app/features/certificates/claims/commands.server.ts';
import { withdrawClaimForm } from '#app/features/certificates/claims/forms.ts';
import { findClaim } from '#app/features/certificates/claims/queries.server.ts';
import { WithdrawClaim } from '#app/features/certificates/claims/ui/claim-parts.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Take a use back · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { use: found(await findClaim(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findClaim(scope, found(params['id'])));
  const form = await readForm(request, withdrawClaimForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await withdrawClaim(scope, id, form.value), `/scheme/claims/${id}`, form.reply);
}

export default function Withdraw() {
  const { use } = useLoaderData<typeof loader>();
  return <WithdrawClaim use={use} answer={useActionData<typeof action>()} />;
}
