import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { changeAction } from '#app/features/mapping/actions/commands.server.ts';
import { changeForm, type ChangeForm } from '#app/features/mapping/actions/forms.ts';
import { findAction, listColleagues } from '#app/features/mapping/actions/queries.server.ts';
import { OwnerFields } from '#app/features/mapping/actions/ui/fields.tsx';
import { refusalText } from '#app/features/mapping/actions/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Change an action · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const action = found(await findAction(scope, found(params['id'])));
  return { action, colleagues: await listColleagues(scope) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findAction(scope, found(params['id'])));
  const form = await readForm(request, changeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await changeAction(scope, id, form.value), `/mapping/actions/${id}`, form.reply);
}

export default function ChangeAction() {
  const { action: current, colleagues } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = {
    ...{ owner: current.ownerId ?? '', ownerName: current.ownerName ?? '', dueOn: current.dueOn },
  };
  const [form, fields] = useFields<ChangeForm>('change', { reply: answer?.reply, saved });
  return (
    <StepPage
      title="Change who or when"
      lead="Who did it until now, and the day that was named, stay in its history."
      place={{ to: `/mapping/actions/${current.id}`, label: 'The action', eyebrow: current.what }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Change it"
    >
      <OwnerFields fields={fields} colleagues={colleagues} />
      <TextArea field={fields.note} label="Why it changes" />
    </StepPage>
  );
}
