import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { findReset } from '#app/features/accounts/factors/queries.server.ts';
import { cancelFactorReset } from '#app/features/accounts/factors/reset-commands.server.ts';
import { RemovalPage } from '#app/features/accounts/factors/ui/removal-page.tsx';
import { ResetSummary } from '#app/features/accounts/factors/ui/reset-table.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Stop a factor reset · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { reset: found(await findReset(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findReset(scope, found(params['id'])));
  const form = await readForm(request, nothingForm);
  return answered(await cancelFactorReset(scope, id), '/scheme/factor-resets', form.reply);
}

export default function CancelReset() {
  const { reset } = useLoaderData<typeof loader>();
  return (
    <RemovalPage
      answer={useActionData<typeof action>()}
      title={`Stop the reset for ${reset.name}`}
      lead="Nothing is removed; the person is told by mail. If they still need a reset, it begins anew."
      button="Stop the reset"
      back="/scheme/factor-resets"
    >
      <ResetSummary reset={reset} />
    </RemovalPage>
  );
}
