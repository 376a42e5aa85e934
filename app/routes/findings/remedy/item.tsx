import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { addItem } from '#app/features/audits/remedy/commands/add-item.server.ts';
import { itemForm, type ItemFields } from '#app/features/audits/remedy/forms.ts';
import { categories, categoryNames, payerNames, payers } from '#app/features/audits/remedy/model.ts';
import { placeOfRemedy } from '#app/features/audits/remedy/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, NumberField, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add what is owed · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { finding } = found(await findFinding(scope, found(params['id'])));
  return { finding, id: crypto.randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, itemForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await addItem(scope, id, form.value), `/findings/${id}/remedy`, form.reply);
}

export default function Page() {
  const { finding, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ItemFields>('item', { reply: answer?.reply });
  return (
    <StepPage
      title="Add what is owed"
      lead="One kind of fee, cost or loss in one currency. It stands in the ledger for good; what is wrong is taken back by another entry."
      place={placeOfRemedy(finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Add it"
    >
      <GivenId field={fields.id} fresh={id} spent={answer?.refusal === 'sent_before'} />
      <SelectField
        field={fields.category}
        label="What was charged or kept"
        options={categories.map((value) => ({ value, label: categoryNames[value] }))}
        empty="Choose"
      />
      <RadioGroup
        field={fields.payer}
        label="Who pays it back"
        options={payers.map((value) => ({ value, label: payerNames[value] }))}
      />
      <TextField field={fields.currency} label="Currency" hint="Three letters, such as NPR" width="short" />
      <NumberField field={fields.amount} label="Amount, for all workers together" />
      <NumberField field={fields.moreWorkers} label="Workers affected who are not counted yet" optional />
      <DateField field={fields.happenedOn} label="Known since" />
      <TextArea
        field={fields.note}
        label="What shows it"
        hint="Receipts, interviews by their keys. No names of workers."
      />
    </StepPage>
  );
}
