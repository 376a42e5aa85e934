import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { cancelInvoice } from '#app/features/billing/commands.server.ts';
import { sureForm, type SureFields } from '#app/features/billing/forms.ts';
import { moneyInWords } from '#app/features/billing/model.ts';
import { findInvoice } from '#app/features/billing/queries.server.ts';
import { refusalText } from '#app/features/billing/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { CheckboxField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Cancel the invoice · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { invoice: found(await findInvoice(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findInvoice(scope, found(params['id'])));
  const form = await readForm(request, sureForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await cancelInvoice(scope, id, 'officer'), `/scheme/invoices/${id}`, form.reply);
}

export default function CancelInvoice() {
  const { invoice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<SureFields>('cancel', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title={`Cancel invoice ${invoice.number}`}
        back={{ to: `/scheme/invoices/${invoice.id}`, label: 'Invoice' }}
        lead={`${invoice.recruiter} no longer owes ${moneyInWords(invoice)}. An application that waits for this payment lapses on its day. Money that still arrives goes back. The number stays used.`}
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <CheckboxField field={fields.sure} label="This invoice is not owed" />
        <Button kind="danger">Cancel the invoice</Button>
      </PageForm>
    </>
  );
}
