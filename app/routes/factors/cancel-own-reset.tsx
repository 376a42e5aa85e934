import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { findOpenReset } from '#app/features/accounts/factors/queries.server.ts';
import { cancelMyFactorReset } from '#app/features/accounts/factors/reset-commands.server.ts';
import { RemovalPage } from '#app/features/accounts/factors/ui/removal-page.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { nothingForm, readForm } from '#app/platform/form.server.ts';
import { answered } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Stop the reset · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const reset = await findOpenReset(scope);
  return { open: reset !== undefined, dueOn: reset?.dueAt ? dayOf(reset.dueAt) : undefined };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const form = await readForm(request, nothingForm);
  return answered(await cancelMyFactorReset(scope), '/me/factors', form.reply);
}

export default function CancelOwnReset() {
  const { open, dueOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!open && !answer) {
    return (
      <>
        <PageHeader
          title="There is no reset to stop"
          lead="It was stopped or carried out already, or nobody asked for one. Your second factors are as their page says."
        />
        <p>
          <TextLink to="/me/factors">See your second factors</TextLink>
        </p>
      </>
    );
  }
  return (
    <RemovalPage
      answer={answer}
      title="Stop the reset of your second factors"
      lead={`${dueOn ? `On ${dayInWords(dueOn)} your passkeys, your authenticator app and your recovery codes would be removed.` : 'A second officer has not agreed yet.'} Stop it if you did not ask for it or found them again; nothing is removed then.`}
      button="Stop the reset"
      back="/me/factors"
    />
  );
}
