import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { mayLookOutside } from '#app/features/accounts/abuse.server.ts';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { providerForm, type ProviderForm } from '#app/features/accounts/sso/forms.ts';
import { setProvider } from '#app/features/accounts/sso/provider-commands.server.ts';
import { callbackAddress } from '#app/features/accounts/sso/provider.server.ts';
import { findProvider } from '#app/features/accounts/sso/queries.server.ts';
import { signOnRefusal } from '#app/features/accounts/sso/ui/refusals.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, refused, tooMany } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Set up the provider · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'owner');
  await askWhoItIs(request);
  return { provider: await findProvider(scope), callback: callbackAddress() };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'owner');
  const form = await readForm(request, providerForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const seconds = await mayLookOutside(scope.actor.organisationId);
  if (seconds > 0) return tooMany(seconds, form.reply);
  return answered(await setProvider(scope, form.value), '/organisation/sign-on', form.reply);
}

export default function SetProvider() {
  const { provider, callback } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ProviderForm>('provider', {
    reply: answer?.reply,
    saved: provider && { issuer: provider.issuer, clientId: provider.clientId },
  });
  return (
    <>
      <PageHeader
        title="Set up the provider"
        back={{ to: '/organisation/sign-on', label: 'Single sign-on' }}
        lead="Register Fairroute at your OpenID Connect provider as a web application with the redirect address below, then copy here what it gives you. We ask the provider before anything is saved."
      />
      <Summary items={[{ term: 'Redirect address', value: <code className="break-all">{callback}</code> }]} />
      <PageForm form={form} refusal={answer?.refusal && signOnRefusal(answer.refusal)}>
        <TextField
          field={fields.issuer}
          label="Issuer"
          hint="The address your provider calls itself by, beginning with https://"
          inputMode="url"
          autoComplete="off"
        />
        <TextField field={fields.clientId} label="Client id" autoComplete="off" />
        <TextField
          field={fields.clientSecret}
          label="Client secret"
          type="password"
          autoComplete="off"
          hint={
            provider?.hasSecret
              ? 'Leave it empty to keep the one stored for this issuer and client id. It is kept sealed and never shown again.'
              : 'It is kept sealed and never shown again.'
          }
        />
        <Button>Ask the provider and save</Button>
      </PageForm>
    </>
  );
}
