import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { findReset } from '#app/features/accounts/factors/queries.server.ts';
import { approveFactorReset } from '#app/features/accounts/factors/reset-commands.server.ts';
import { RemovalPage } from '#app/features/accounts/factors/ui/removal-page.tsx';
import { ResetSummary } from '#app/features/accounts/factors/ui/reset-table.tsx';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Approve a factor reset · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  return { reset: found(await findReset(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findReset(scope, found(params['id'])));
  const form = await readForm(request, nothingForm);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await approveFactorReset(scope, id), '/scheme/factor-resets', form.reply);
}

export default function ApproveReset() {
  const { reset } = useLoaderData<typeof loader>();
  return (
    <RemovalPage
      answer={useActionData<typeof action>()}
      title={`Approve the reset for ${reset.name}`}
      lead="Make sure for yourself that it is them. Three days after you approve, their passkeys, authenticator app and recovery codes are removed and their sessions end; until then they or any officer can stop it. They get a mail with the day."
      button="Approve the reset"
      back="/scheme/factor-resets"
    >
      <ResetSummary reset={reset} />
    </RemovalPage>
  );
}
