import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/mapping/campaigns/ui/words.ts';
import { reviewForm } from '#app/features/mapping/parties/forms.ts';
import { findParty } from '#app/features/mapping/parties/queries.server.ts';
import { reviewRisk } from '#app/features/mapping/risk/history/commands.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Look at the risk · Mapping · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, name } = found(await findParty(scope, found(params['id'])));
  return { id, name: name ?? 'Named to us, not to you' };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findParty(scope, found(params['id'])));
  const form = await readForm(request, reviewForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await reviewRisk(scope, id, form.value), `/mapping/parties/${id}`, form.reply);
}

export default function ReviewRisk() {
  const { id, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ note: string }>('review', { reply: answer?.reply });
  return (
    <StepPage
      title="Look at the risk"
      lead="Something grave was told. Read what it rests on, ask, and say what you found and what you do now. A later score asks anew."
      place={{ to: `/mapping/parties/${id}`, label: 'The party', eyebrow: name }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save"
    >
      <TextArea field={fields.note} label="What you found, and what follows" required />
    </StepPage>
  );
}
