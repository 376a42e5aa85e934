import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import { closeForm, type CloseForm } from '#app/features/audits/findings/verification/forms.ts';
import { VerificationCard } from '#app/features/audits/findings/verification/ui/verification-card.tsx';
import { FindingFacts } from '#app/features/audits/findings/ui/finding-facts.tsx';
import { Containments, Plans, Proofs } from '#app/features/audits/findings/ui/rounds.tsx';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Close the finding · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  return { record: found(await findFinding(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, closeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await closeFinding(scope, id, form.value), `/findings/${id}`, form.reply);
}

export default function Close() {
  const { record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<CloseForm>('close', { reply: answer?.reply });
  return (
    <StepPage
      title="Close the finding"
      lead="You confirm, as the second person, that what was found is put right. When nothing else stands in the way, the audit goes to the decision panel."
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Close the finding"
      context={
        <>
          <FindingFacts record={record} />
          <Containments containments={record.containments} />
          <Plans plans={record.plans} />
          <Proofs proofs={record.proofs} />
          <VerificationCard verification={record.verification} closing={undefined} />
        </>
      }
    >
      <TextArea
        field={fields.words}
        label="What you rely on"
        hint="What of the above shows you that it is put right. It is kept with your name; the recruiter and the panel read it."
      />
    </StepPage>
  );
}
