import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import {
  auditTriggers,
  noticeNames,
  noticeTypes,
  orderedTypes,
  triggerNames,
  typeNames,
} from '#app/features/audits/model.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { orderForm, type OrderForm } from '#app/features/audits/programme/forms.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { findCertificate } from '#app/features/certificates/queries.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Order an audit · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const listed = found(await findCertificate(scope, found(params['id'])));
  const asked = new URL(request.url).searchParams.get('trigger');
  return { listed, trigger: auditTriggers.find((one) => one === asked) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { certificate } = found(await findCertificate(scope, found(params['id'])));
  const form = await readForm(request, orderForm);
  if (!form.ok) return badInput(form.reply);
  return answered(
    await orderAudit(scope, certificate.id, form.value),
    `/scheme/certificates/${certificate.id}`,
    form.reply,
  );
}

export default function Order() {
  const { listed, trigger } = useLoaderData<typeof loader>();
  const { certificate, recruiter } = listed;
  const answer = useActionData<typeof action>();
  const drawn = { type: 'special', noticeType: 'unannounced' } as const;
  const saved = trigger && { trigger, ...(trigger === 'random_draw' ? drawn : {}) };
  const [form, fields] = useFields<OrderForm>('order', { reply: answer?.reply, saved });
  return (
    <StepPage
      title={`Order an audit of ${recruiter}`}
      lead="An audit outside the cycle. The audit body is told now and schedules it. What the recruiter learns, and when, follows the notice you choose."
      place={{
        to: `/scheme/certificates/${certificate.id}`,
        label: recruiter,
        eyebrow: certificate.number,
      }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Order the audit"
    >
      <RadioGroup
        field={fields.type}
        label="What is ordered"
        options={orderedTypes.map((value) => ({ value, label: typeNames[value] }))}
      />
      <SelectField
        field={fields.trigger}
        label="What gave cause"
        options={auditTriggers.map((value) => ({ value, label: triggerNames[value] }))}
        empty="Choose"
      />
      <TextField
        field={fields.causeSource}
        label="Source"
        optional
        hint="Asked for a report in the media, where it stands, and for call-backs, who called and how often"
      />
      <DateField field={fields.causeOn} label="Day of the report or the last call" optional />
      <RadioGroup
        field={fields.noticeType}
        label="Notice"
        options={noticeTypes.map((value) => ({ value, label: noticeNames[value], hint: hints[value] }))}
      />
      <DateField field={fields.dueOn} label="Last day" />
      <TextArea
        field={fields.grounds}
        label="Grounds"
        hint="Read by the audit body, never by the recruiter"
      />
    </StepPage>
  );
}

const hints = {
  announced: 'The recruiter is told the days beforehand',
  semi_announced: 'The recruiter is told a span of weeks, not the day',
  unannounced: 'The recruiter learns of it when the team is at the door',
};
