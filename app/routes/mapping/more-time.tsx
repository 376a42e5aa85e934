import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { giveMoreTime } from '#app/features/mapping/campaigns/commands.server.ts';
import { moreTimeForm } from '#app/features/mapping/campaigns/forms.ts';
import { findCampaign } from '#app/features/mapping/campaigns/queries.server.ts';
import { refusalText } from '#app/features/mapping/campaigns/ui/words.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Give more time · Mapping · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, name, dueOn } = found(await findCampaign(scope, found(params['id'])));
  return { id, name, due: dayInWords(dueOn) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findCampaign(scope, found(params['id'])));
  const form = await readForm(request, moreTimeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await giveMoreTime(scope, id, form.value), `/mapping/campaigns/${id}`, form.reply);
}

export default function MoreTime() {
  const { id, name, due } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ dueOn: string }>('more-time', { reply: answer?.reply });
  return (
    <StepPage
      title="Give more time"
      lead={`The last day is ${due}. Whoever has not answered is reminded again before the new one.`}
      place={{ to: `/mapping/campaigns/${id}`, label: 'The campaign', eyebrow: name }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Give more time"
    >
      <DateField field={fields.dueOn} label="New last day" required />
    </StepPage>
  );
}
