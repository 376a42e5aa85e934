import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { declareForm } from '#app/features/certificates/decisions/forms.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { refusalText } from '#app/features/certificates/decisions/ui/refusals.ts';
import { tiesAsked } from '#app/features/bodies/interests/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Declare conflicts of interest · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'decider');
  return { matter: found(await findPackage(scope, found(params['id']))).matter };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'decider');
  const { matter } = found(await findPackage(scope, found(params['id'])));
  const form = await readForm(request, declareForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await declareInterest(scope, matter.id, form.value);
  return answered(outcome, `/scheme/decisions/${matter.id}`, form.reply);
}

const options = [
  { value: 'no', label: 'Nothing ties me to this recruiter' },
  { value: 'yes', label: 'Something does', hint: 'You neither read the package nor vote on it' },
];

export default function Declare() {
  const { matter } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ conflicted: string; statement: string }>('declare', {
    reply: answer?.reply,
  });
  const back = `/scheme/decisions/${matter.id}`;
  return (
    <StepPage
      title="Declare conflicts of interest"
      lead={tiesAsked(matter.recruiter)}
      place={{ to: back, label: matter.recruiter, eyebrow: matter.reference }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Declare"
    >
      <RadioGroup field={fields.conflicted} label="Your declaration" options={options} />
      <TextArea
        field={fields.statement}
        label="What you looked at"
        hint="Ties you considered, and what you found"
      />
    </StepPage>
  );
}
