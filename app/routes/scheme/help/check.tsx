import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { checkHelpAgain } from '#app/features/workers/help/commands.server.ts';
import { checkForm } from '#app/features/workers/help/forms.ts';
import { checkHolds } from '#app/features/workers/help/model.ts';
import { keeperRoles } from '#app/features/workers/help/policy.ts';
import { findHelp } from '#app/features/workers/help/queries.server.ts';
import { HelpFacts } from '#app/features/workers/help/ui/help-facts.tsx';
import { SourceField } from '#app/features/workers/help/ui/help-fields.tsx';
import { refusalText } from '#app/features/workers/help/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Checked again · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keeperRoles);
  return { entry: found(await findHelp(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...keeperRoles);
  const { id } = found(await findHelp(scope, found(params['id'])));
  const form = await readForm(request, checkForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await checkHelpAgain(scope, id, form.value), `/scheme/help/${id}`, form.reply);
}

export default function Check() {
  const { entry } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = { source: entry.source, revision: String(entry.revision) };
  const [form, fields] = useFields<{ source: string; revision: string }>('help-check', {
    ...{ reply: answer?.reply, saved },
  });
  const place = `/scheme/help/${entry.id}`;
  return (
    <StepPage
      title="All of this is right today"
      place={{ to: place, label: entry.name }}
      lead={`Say so when you have looked at the source today. Workers then read it for ${checkHolds} days more. If something is different, go back and change it.`}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Checked again today"
      context={<HelpFacts entry={entry} />}
    >
      <SourceField field={fields.source} />
      <input type="hidden" name={fields.revision.name} value={fields.revision.initialValue} />
    </StepPage>
  );
}
