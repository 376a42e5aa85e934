import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { confirmDomain } from '#app/features/accounts/sso/domain-commands.server.ts';
import { confirmDomainForm, type ConfirmDomainForm } from '#app/features/accounts/sso/forms.ts';
import { findClaim } from '#app/features/accounts/sso/queries.server.ts';
import { signOnRefusal } from '#app/features/accounts/sso/ui/refusals.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Confirm a mail domain · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { organisationId, domain } = params;
  const claim = found(await findClaim(scope, found(organisationId), found(domain)));
  await askWhoItIs(request);
  return { claim };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const claim = found(await findClaim(scope, found(params['organisationId']), found(params['domain'])));
  const form = await readForm(request, confirmDomainForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await confirmDomain(scope, claim, form.value), '/scheme/domains', form.reply);
}

export default function ConfirmDomain() {
  const { claim } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ConfirmDomainForm>('confirm-domain', { reply: answer?.reply });
  const back = { to: '/scheme/domains', label: 'Mail domains' };
  return (
    <StepPage
      title={`Confirm ${claim.domain}`}
      place={back}
      lead={`${claim.organisation} may then name a provider that signs in its people with addresses at this domain. ${claim.claimant} claimed it.`}
      form={form}
      refusal={answer?.refusal && signOnRefusal(answer.refusal)}
      button="Confirm the domain"
    >
      <TextArea
        field={fields.note}
        label="What you checked"
        hint="How you know that the domain is this organisation’s. Only the scheme reads this."
      />
    </StepPage>
  );
}
