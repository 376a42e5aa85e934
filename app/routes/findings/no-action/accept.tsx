import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { methodNames } from '#app/features/audits/findings/model.ts';
import { acceptNoAction } from '#app/features/audits/findings/no-action/commands.server.ts';
import {
  acceptNoActionForm,
  type AcceptNoActionForm,
} from '#app/features/audits/findings/no-action/forms.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { methodsFor } from '#app/features/audits/findings/rules.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { PlanSummary } from '#app/features/audits/findings/ui/rounds.tsx';
import { SeenRound } from '#app/features/audits/findings/ui/seen-round.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Accept that nothing is planned · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, acceptNoActionForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await acceptNoAction(scope, id, form.value), `/findings/${id}`, form.reply);
}

export default function AcceptNoAction() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AcceptNoActionForm>('accept-no-action', { reply: answer?.reply });
  return (
    <StepPage
      title="Accept that nothing is planned"
      lead="You confirm that the reason holds. No evidence of closing is asked for: this closes the finding. The next audit looks at it again."
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Accept the reason and close"
      context={record.plans[0] ? <PlanSummary plan={record.plans[0]} /> : null}
    >
      <SeenRound field={fields.round} latest={record.plans} told={Boolean(answer?.refusal)} />
      <RadioGroup
        field={fields.method}
        label="How you verified it"
        options={methodsFor(record.finding).map((value) => ({ value, label: methodNames[value] }))}
      />
      <TextArea
        field={fields.words}
        label="What you looked at"
        hint="What shows you that the reason holds. It is kept with your name; the recruiter and the panel read it."
      />
    </StepPage>
  );
}
