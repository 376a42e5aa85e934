import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { agentsForm, type AgentsForm } from '#app/features/applications/forms.ts';
import { agentsToEdit } from '#app/features/applications/sections/edit.ts';
import { findSection, saveOwnSection } from '#app/features/applications/sections/own.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { SectionPage } from '#app/features/applications/ui/section-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { RadioGroup, Repeated, SelectField, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';

export const meta: MetaFunction = () => [{ title: 'Sub-agents · Your application · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findSection(scope, 'agents'));
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, agentsForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await saveOwnSection(scope, 'agents', form.value), '/apply/declarations', form.reply);
}

export default function Agents() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  const [form, fields] = useFields<AgentsForm>('agents', {
    reply: answer?.reply,
    saved: agentsToEdit(view.answers),
  });
  return (
    <SectionPage
      view={view}
      refusal={refusal}
      lead="Everyone who finds workers for you: registered agencies and individuals. An agent you do not name counts as a critical finding later."
    >
      <PageForm form={form} refusal={refusal && refusalText(refusal)}>
        <input type="hidden" name="revision" value={view.revision} />
        <RadioGroup
          field={fields.usesAgents}
          label="Do you work with sub-agents?"
          options={[
            { value: 'yes', label: 'Yes', hint: 'Name each of them below' },
            { value: 'no', label: 'No, our own staff finds every worker' },
          ]}
        />
        <Repeated form={form} field={fields.agents} label="Your sub-agents" noun="Sub-agent">
          {(item) => {
            const agent = item.getFieldset();
            return (
              <>
                <TextField field={agent.name} label="Name" />
                <TextField field={agent.place} label="Place" hint="Village, district or town" />
                <SelectField
                  field={agent.kind}
                  label="Kind"
                  options={[
                    { value: 'registered', label: 'Registered agency' },
                    { value: 'individual', label: 'Individual' },
                  ]}
                  empty="Choose one"
                />
                <TextField field={agent.licenceNumber} label="Licence number" width="short" optional />
              </>
            );
          }}
        </Repeated>
        <Button>Save and continue</Button>
      </PageForm>
    </SectionPage>
  );
}
