import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { recordPayment } from '#app/features/audits/remedy/commands/record-payment.server.ts';
import { paymentForm, type PaymentFields } from '#app/features/audits/remedy/forms.ts';
import { categoryNames } from '#app/features/audits/remedy/model.ts';
import { findRemedy, listProofDocuments } from '#app/features/audits/remedy/queries.server.ts';
import { itemsOf } from '#app/features/audits/remedy/rules.ts';
import { placeOfRemedy } from '#app/features/audits/remedy/ui/place.ts';
import { addShown } from '#app/features/documents/evidence.server.ts';
import { receiveShown } from '#app/features/documents/receive.server.ts';
import { documentTypes } from '#app/platform/files/documents.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { amountWithCode } from '#app/platform/payments/money.ts';
import { DateField, FileField, NumberField, SelectField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { AnotherOne, alikeText } from '#app/ui/parts/another-one.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Record a payment · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { finding } = found(await findFinding(scope, found(params['id'])));
  const remedy = await findRemedy(scope.db, finding.id);
  const items = itemsOf(remedy?.entries ?? []).flatMap(({ id, category, currency, owed, paid }) => {
    const left = amountWithCode({ amountMinor: owed - paid, currency });
    return owed > paid ? [{ value: id, label: `${categoryNames[category]}, ${left} left` }] : [];
  });
  const documents = await listProofDocuments(scope.db, scope.actor.organisationId);
  return { finding, items, documents, id: crypto.randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { finding } = found(await findFinding(scope, found(params['id'])));
  const received = await receiveShown({
    ...{ request, storage: theStorage(), schema: paymentForm },
    take: (form, file) =>
      recordPayment(
        scope,
        finding.id,
        form,
        file && {
          sha256: file.sha256,
          keep: (trx, shown) => addShown(trx, scope, { ...shown, kind: 'receipt' }, file),
        },
      ),
  });
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/findings/${finding.id}/remedy`, received.reply);
}

const alike = 'yours, of the same day and amount for the same fee';
const other = { value: 'none', label: 'No money: papers or other things given back' };

export default function Page() {
  const { finding, items, documents, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<PaymentFields & { file: string }>('payment', { reply: answer?.reply });
  return (
    <StepPage
      title="Record a payment"
      lead="Money paid back to workers, or papers given back. Auditors ask workers whether it reached them. What you record stays; what is wrong is taken back by another entry."
      place={placeOfRemedy(finding)}
      form={form}
      refusal={
        answer?.refusal && (alikeText(answer.refusal, 'payment', alike) ?? refusalText(answer.refusal))
      }
      button="Record it"
      encType="multipart/form-data"
    >
      <GivenId field={fields.id} fresh={id} spent={answer?.refusal === 'sent_before'} />
      <SelectField field={fields.item} label="What you paid" options={[...items, other]} empty="Choose" />
      <NumberField field={fields.amount} label="Amount" hint="In the currency of what you chose" optional />
      <NumberField
        field={fields.workers}
        label="Workers who have everything back with this"
        hint="0 if it is a part"
      />
      <DateField field={fields.happenedOn} label="Day of the payment" />
      <TextArea field={fields.note} label="How it was paid" hint="And what shows it. No names of workers." />
      <SelectField
        field={fields.document}
        label="Document that shows it"
        hint="One you sent before"
        options={documents}
        empty="None"
        optional
      />
      <FileField
        field={fields.file}
        label="Or a new file that shows it"
        hint="A receipt or the list of the bank without names of workers: PDF, JPEG, PNG or WebP, up to 25 MB. It is kept among your documents and checked for viruses."
        accept={documentTypes.join(',')}
        optional
      />
      <AnotherOne
        field={fields.another}
        refusal={answer?.refusal}
        what="payment"
        hint="Choose the file once more, if you sent one"
      />
    </StepPage>
  );
}
