import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { claimDomain } from '#app/features/accounts/sso/domain-commands.server.ts';
import { domainForm, type DomainForm } from '#app/features/accounts/sso/forms.ts';
import { signOnRefusal } from '#app/features/accounts/sso/ui/refusals.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Claim a domain · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'owner');
  await askWhoItIs(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'owner');
  const form = await readForm(request, domainForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await claimDomain(scope, form.value);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  return redirect(`/organisation/sign-on/domain/${outcome.value.domain}/check`);
}

export default function ClaimDomain() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<DomainForm>('domain', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Claim a domain"
        back={{ to: '/organisation/sign-on', label: 'Single sign-on' }}
        lead="The part of your addresses after the @. On the next page you read how to prove that it is yours."
      />
      <PageForm form={form} refusal={answer?.refusal && signOnRefusal(answer.refusal)}>
        <TextField field={fields.domain} label="Domain" hint="For example: agency.example" inputMode="url" />
        <Button>Claim the domain</Button>
      </PageForm>
    </>
  );
}
