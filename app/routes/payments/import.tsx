import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { readStatement } from '#app/features/billing/bank/commands.server.ts';
import { statementForm, type StatementFields } from '#app/features/billing/bank/forms.ts';
import { refusalText } from '#app/features/billing/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { FileField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Read a bank statement · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'officer');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const form = await readForm(request, statementForm);
  if (!form.ok) return badInput(form.reply);
  const { statement } = form.value;
  const content = Buffer.from(await statement.arrayBuffer());
  const outcome = await readStatement(scope, { filename: statement.name, content });
  if (!outcome.ok) return refused(outcome.refusal);
  return redirect(`/scheme/statements/${outcome.value.id}`);
}

export default function Import() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<StatementFields>('statement', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Read a bank statement"
        back={{ to: '/scheme/payments', label: 'Payments and refunds' }}
        lead="You see first what each line would do. Nothing is booked before you say so, and no line is ever booked twice."
      />
      <PageForm
        form={form}
        encType="multipart/form-data"
        refusal={answer?.refusal && refusalText(answer.refusal)}
      >
        <FileField
          field={fields.statement}
          label="Statement of the scheme’s account"
          hint="CSV or Excel, up to 500 kB. The first row names the columns: date, amount, currency and reference are needed; counterparty and id help."
          accept=".csv,.xlsx,text/csv"
        />
        <Button>Read it</Button>
      </PageForm>
    </>
  );
}
