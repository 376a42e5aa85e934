import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { recordRepayment } from '#app/features/mapping/actions/repayment/commands.server.ts';
import { paidForm, type PaidFields } from '#app/features/mapping/actions/repayment/forms.ts';
import { findPlan } from '#app/features/mapping/actions/repayment/queries.server.ts';
import { refusalText } from '#app/features/mapping/actions/ui/words.ts';
import { itemOptions } from '#app/features/mapping/actions/repayment/ui/ledger.tsx';
import { EvidenceFile } from '#app/features/mapping/actions/ui/fields.tsx';
import { receiveShown } from '#app/features/mapping/papers/receive.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, NumberField, SelectField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Record a repayment · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { lines, ...plan } = found(await findPlan(scope, found(params['id'])));
  const items = itemOptions(lines.map(({ entry }) => entry));
  return { id: plan.id, title: plan.title, fresh: crypto.randomUUID(), items };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findPlan(scope, found(params['id'])));
  const received = await receiveShown({
    ...{ request, storage: theStorage(), schema: paidForm },
    take: (form, file) => recordRepayment(scope, id, form, file),
  });
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/mapping/actions/repayments/${id}`, received.reply);
}

export default function Page() {
  const { id, title, fresh, items } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<PaidFields & { file: string }>('line', { reply: answer?.reply });
  return (
    <StepPage
      title="Record a repayment"
      lead="Money that reached workers. What you record stays; what is wrong is taken back by another entry."
      place={{ to: `/mapping/actions/repayments/${id}`, label: 'The plan', eyebrow: title }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Record it"
      encType="multipart/form-data"
    >
      <GivenId field={fields.id} fresh={fresh} spent={answer?.refusal === 'sent_before'} />
      <SelectField field={fields.item} label="What you paid" options={items} empty="Choose" />
      <NumberField field={fields.amount} label="Amount" hint="In the currency of what you chose" />
      <NumberField
        field={fields.workers}
        label="Workers who have everything back with this"
        hint="0 if it is a part"
      />
      <DateField field={fields.day} label="Day of the payment" />
      <TextArea field={fields.note} label="What shows it" hint="No names of workers" />
      <EvidenceFile field={fields.file} />
      <TextArea
        field={fields.overWhy}
        label="Why more is paid than is owed"
        hint="Only where it is more, such as interest on a loan"
        rows={3}
        optional
      />
    </StepPage>
  );
}
