import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { changePartner } from '#app/features/network/commands.server.ts';
import { findDuplicates } from '#app/features/network/duplicates.server.ts';
import { changeForm } from '#app/features/network/forms.ts';
import { findPartner, listAgencies } from '#app/features/network/queries.server.ts';
import { Duplicates } from '#app/features/network/ui/duplicates.tsx';
import { PartnerFacts } from '#app/features/network/ui/partner-facts.tsx';
import { PartnerFields, toFields, type PartnerShape } from '#app/features/network/ui/partner-fields.tsx';
import { refusalText } from '#app/features/network/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Change a partner · Your network · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const partner = found(await findPartner(scope, found(params['partnerId'])));
  const agencies = await listAgencies(scope);
  return { partner, agencies: agencies.filter(({ value }) => value !== partner.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findPartner(scope, found(params['partnerId'])));
  const form = await readForm(request, changeForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await changePartner(scope, id, form.value);
  if (outcome.ok) return redirect(`/network/${id}`);
  const { refusal } = outcome;
  if (refusal !== 'have_already') return refused(refusal, form.reply);
  const duplicates = await findDuplicates(scope, form.value.details, id);
  return data({ reply: form.reply, duplicates }, 409);
}

export default function EditPartner() {
  const { partner, agencies } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const duplicates = answer && 'duplicates' in answer ? answer.duplicates : [];
  const refusal = answer && 'refusal' in answer ? answer.refusal : answer && 'have_already';
  const { id, kind, revision, changed } = partner;
  const [form, fields] = useFields<PartnerShape>('partner', {
    reply: answer?.reply,
    saved: toFields(pick(partner)),
  });
  return (
    <>
      <PageHeader title="Change a partner" back={{ to: `/network/${id}`, label: partner.name }} />
      {refusal === 'saved_meanwhile' ? (
        <Section title={`What ${changed.by} saved`}>
          <PartnerFacts partner={partner} />
        </Section>
      ) : null}
      <PageForm form={form} refusal={refusal && refusalText(refusal)}>
        <input type="hidden" name="revision" value={revision} />
        <Duplicates duplicates={duplicates} />
        <PartnerFields fields={fields} agencies={agencies} kind={kind} />
        <Actions>
          <Button>Save</Button>
          {duplicates.length > 0 ? (
            <Button kind="secondary" name="anyway" value="yes">
              It is another one: save all the same
            </Button>
          ) : null}
          <ButtonLink to={`/network/${id}`} kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </PageForm>
    </>
  );
}

type Loaded = Parameters<typeof toFields>[0];
const pick = ({ kind, form, name, nameLocal, country, place, registrationNumber, ...rest }: Loaded) => ({
  ...{ kind, form, name, nameLocal, country, place, registrationNumber },
  ...{ since: rest.since, contact: rest.contact, phones: rest.phones, parentId: rest.parentId },
  note: rest.note,
});
