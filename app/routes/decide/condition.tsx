import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { settleCondition } from '#app/features/certificates/decisions/conditions/commands.server.ts';
import { settleForm, type SettleForm } from '#app/features/certificates/decisions/conditions/forms.ts';
import {
  findCondition,
  findStandingOf,
} from '#app/features/certificates/decisions/conditions/queries.server.ts';
import { noticeOn, suspensionFor } from '#app/features/certificates/decisions/conditions/rules.ts';
import { reasonsToSuspend } from '#app/features/certificates/rules.ts';
import { refusalText } from '#app/features/certificates/decisions/ui/refusals.ts';
import { dayInWords, dayOf, untilInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { Card, PageHeader, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'A condition of a certificate · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const condition = found(await findCondition(scope, found(params['id'])));
  if (condition.state === 'open') await askWhoItIs(request);
  const today = dayOf(scope.now);
  const failed = condition.state === 'not_met' || noticeOn(condition, today) === 'overdue';
  const standing = failed ? await findStandingOf(scope, condition.organisationId) : undefined;
  const may = standing && reasonsToSuspend(standing).includes(suspensionFor(condition).reasonClass);
  return { condition, suspends: may ? standing.id : undefined, today };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findCondition(scope, found(params['id'])));
  const form = await readForm(request, settleForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await settleCondition(scope, id, form.value), `/scheme/conditions/${id}`, form.reply);
}

const options = [
  { value: 'met', label: 'It was met' },
  {
    value: 'not_met',
    label: 'It was not met',
    hint: 'The certificate stands as it is until an officer acts on it',
  },
];

const suspendPath = (certificateId: string, condition: { id: string; text: string; dueOn: string }) =>
  `/scheme/certificates/${certificateId}/suspend?condition=${condition.id}&reasonClass=${suspensionFor(condition).reasonClass}`;

export default function Condition() {
  const { condition, suspends, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<SettleForm>('settle', { reply: answer?.reply });
  const { recruiter, reference, text, owner, dueOn, state, evidence, applicationId } = condition;
  const open = state === 'open';
  return (
    <>
      <PageHeader
        title="A condition of the certificate"
        eyebrow={reference}
        back={{ to: `/scheme/applications/${applicationId}`, label: recruiter }}
        clock={open ? untilInWords(dueOn, today) : undefined}
        lead="The panel granted with this condition. What you say of it stands."
      />
      <Summary
        items={[
          { term: 'What has to be done', value: text },
          { term: 'By', value: `${dayInWords(dueOn)}, by ${owner}` },
          ...(open ? [] : [{ term: state === 'met' ? 'It was met' : 'It was not met', value: evidence }]),
        ]}
      />
      {suspends ? (
        <Card title={open ? 'Its day has passed' : 'It was not met'} tone="stopped">
          <p>The certificate stands as it is until an officer acts on it.</p>
          <ButtonLink to={suspendPath(suspends, condition)} kind="secondary">
            Suspend the certificate
          </ButtonLink>
        </Card>
      ) : null}
      {open || answer ? (
        <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
          <RadioGroup field={fields.outcome} label="What became of it" options={options} />
          <TextArea field={fields.evidence} label="What shows it" />
          <Actions>
            <Button>Settle the condition</Button>
            <ButtonLink to="/now" kind="secondary">
              Not now
            </ButtonLink>
          </Actions>
        </PageForm>
      ) : null}
    </>
  );
}
