import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { addPartner } from '#app/features/network/commands.server.ts';
import { findDuplicates } from '#app/features/network/duplicates.server.ts';
import { addForm } from '#app/features/network/forms.ts';
import { listAgencies } from '#app/features/network/queries.server.ts';
import { Duplicates } from '#app/features/network/ui/duplicates.tsx';
import { PartnerFields, type PartnerShape } from '#app/features/network/ui/partner-fields.tsx';
import { refusalText } from '#app/features/network/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a partner · Your network · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { agencies: await listAgencies(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, addForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await addPartner(scope, form.value);
  if (outcome.ok) return redirect(`/network/${outcome.value.id}`);
  const { refusal } = outcome;
  if (refusal !== 'have_already') return refused(refusal, form.reply);
  const duplicates = await findDuplicates(scope, form.value.details);
  return data({ reply: form.reply, duplicates }, 409);
}

export default function NewPartner() {
  const { agencies } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const duplicates = answer && 'duplicates' in answer ? answer.duplicates : [];
  const refusal = answer && 'refusal' in answer ? answer.refusal : answer && 'have_already';
  const [form, fields] = useFields<PartnerShape>('partner', {
    reply: answer?.reply,
    saved: { form: 'registered' },
  });
  return (
    <>
      <PageHeader
        title="Add a partner"
        back={{ to: '/network', label: 'Your network' }}
        lead="Whoever has a part in recruiting for you, also when it is one person in a village."
      />
      <PageForm form={form} refusal={refusal && refusalText(refusal)}>
        <Duplicates duplicates={duplicates} />
        <PartnerFields fields={fields} agencies={agencies} />
        <Actions>
          <Button>Add the partner</Button>
          {duplicates.length > 0 ? (
            <Button kind="secondary" name="anyway" value="yes">
              It is another one: add it all the same
            </Button>
          ) : null}
          <ButtonLink to="/network" kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </PageForm>
    </>
  );
}
