import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { reasonForm, type ReasonForm } from '#app/features/audits/forms.ts';
import { dismissProposal } from '#app/features/audits/programme/proposals/commands.server.ts';
import { findProposal } from '#app/features/audits/programme/proposals/queries.server.ts';
import { Cause, wordsOf } from '#app/features/audits/programme/proposals/ui/cause.tsx';
import { changeKinds, changeNames } from '#app/features/certificates/changes/model.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'A special audit is proposed · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { proposal: found(await findProposal(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const id = found(params['id']);
  found(await findProposal(scope, id));
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await dismissProposal(scope, id, form.value), '/now', form.reply);
}

export default function Proposal() {
  const { proposal } = useLoaderData<typeof loader>();
  const { certificateId, recruiter, number, changed } = proposal;
  const kind = changeKinds.find((one) => one === changed);
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ReasonForm>('dismiss', { reply: answer?.reply });
  return (
    <StepPage
      title={`A special audit of ${recruiter} is proposed`}
      lead={`${wordsOf(proposal).lead} Order an audit outside the cycle, or say below why none is needed. The recruiter sees neither.`}
      place={{ to: `/scheme/certificates/${certificateId}`, label: recruiter, eyebrow: number }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="No audit is needed"
      context={<Cause proposal={proposal} change={kind && changeNames[kind]} />}
    >
      <TextArea field={fields.reason} label="Why no audit is needed" />
    </StepPage>
  );
}
