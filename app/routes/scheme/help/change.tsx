import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { changeHelp } from '#app/features/workers/help/commands.server.ts';
import { changeForm } from '#app/features/workers/help/forms.ts';
import { keeperRoles } from '#app/features/workers/help/policy.ts';
import { findHelp } from '#app/features/workers/help/queries.server.ts';
import { HelpFields, savedAs, type HelpAnswers } from '#app/features/workers/help/ui/help-fields.tsx';
import { refusalText } from '#app/features/workers/help/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Change who helps · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keeperRoles);
  return { entry: found(await findHelp(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...keeperRoles);
  const { id } = found(await findHelp(scope, found(params['id'])));
  const form = await readForm(request, changeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await changeHelp(scope, id, form.value), `/scheme/help/${id}`, form.reply);
}

export default function Change() {
  const { entry } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<HelpAnswers>('help', { reply: answer?.reply, saved: savedAs(entry) });
  return (
    <StepPage
      title={`Change ${entry.name}`}
      place={{ to: `/scheme/help/${entry.id}`, label: entry.name }}
      lead="You say that all of it, changed or not, is as you found it today at the source you name. Anybody can read it at once. What stood here before stays on record."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save"
    >
      <HelpFields fields={fields} />
      <input type="hidden" name={fields.revision.name} value={fields.revision.initialValue} />
    </StepPage>
  );
}
