import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { makeCampaign } from '#app/features/mapping/campaigns/commands.server.ts';
import { campaignForm } from '#app/features/mapping/campaigns/forms.ts';
import { refusalText } from '#app/features/mapping/campaigns/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { DateField, TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Prepare a campaign · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'company');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const form = await readForm(request, campaignForm);
  if (!form.ok) return badInput(form.reply);
  const made = await makeCampaign(scope, form.value);
  return made.ok ? redirect(`/mapping/campaigns/${made.value.id}`) : refused(made.refusal, form.reply);
}

export default function NewCampaign() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ name: string; message: string; dueOn: string }>('campaign', {
    reply: answer?.reply,
  });
  return (
    <StepPage
      title="Prepare a campaign"
      lead="Nobody hears of it before you open it."
      place={{ to: '/mapping', label: 'Mapping' }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Prepare it"
    >
      <TextField
        field={fields.name}
        label="Name"
        hint="For your own people, such as “Sites in Malaysia 2027”"
        required
      />
      <DateField field={fields.dueOn} label="Last day to answer" required />
      <TextArea
        field={fields.message}
        label="Your message"
        hint="Stands in the first mail and above the questions, as you write it. Say why you ask and who answers questions."
        optional
      />
    </StepPage>
  );
}
