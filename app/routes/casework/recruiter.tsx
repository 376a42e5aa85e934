import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOpenCase } from '#app/features/workers/casework/case.server.ts';
import { nameRecruiterOf } from '#app/features/workers/casework/commands/about.server.ts';
import { recruiterForm } from '#app/features/workers/casework/forms.ts';
import { refusalText } from '#app/features/workers/casework/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Name the recruiter · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { number, registrationNumber } = found(await findOpenCase(scope, params['number']));
  return { number, registrationNumber };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { id, number } = found(await findOpenCase(scope, params['number']));
  const form = await readForm(request, recruiterForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await nameRecruiterOf(scope, id, form.value.registrationNumber);
  return answered(outcome, `/casework/${number}`, form.reply);
}

export default function NameRecruiter() {
  const { number, registrationNumber } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ registrationNumber: string }>('recruiter', {
    ...{ reply: answer?.reply, saved: { registrationNumber: registrationNumber ?? '' } },
  });
  return (
    <StepPage
      title="Name the recruiter"
      place={{ to: `/casework/${number}`, label: `Case ${number}` }}
      lead="The recruiter is not told by this. Whoever is tied to it can no longer see the case. Once somebody was told of the case, the name stays."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Name it"
    >
      <TextField
        field={fields.registrationNumber}
        label="Registration number"
        hint="As the register has it, such as LRN00012603"
      />
    </StepPage>
  );
}
