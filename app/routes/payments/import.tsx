import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { readStatement } from '#app/features/billing/bank/commands.server.ts';
import { refusalText } from '#app/features/billing/ui/refusals.ts';
import { unstored } from '#app/platform/http.server.ts';
import { readSentFile } from '#app/platform/tables/sent-file.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { FileField, queryField } from '#app/ui/fields.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Read a bank statement · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'officer');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const file = await readSentFile(request, 'statement');
  if (!file.ok) return unstored(file.refusal);
  const outcome = await readStatement(scope, file.value);
  return outcome.ok ? redirect(`/scheme/statements/${outcome.value.id}`) : unstored(outcome.refusal);
}

export default function Import() {
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <>
      <PageHeader
        title="Read a bank statement"
        back={{ to: '/scheme/payments', label: 'Payments and refunds' }}
        lead="You see first what each line would do. Nothing is booked before you say so, and no line is ever booked twice."
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      <form method="post" encType="multipart/form-data" className="flex flex-col items-start gap-6">
        <FileField
          field={queryField('statement', undefined)}
          label="Statement of the scheme’s account"
          hint="CSV or Excel, up to 10 MB. The first row names the columns: date, amount, currency and reference are needed; counterparty and id help."
          accept=".csv,.xlsx,text/csv"
        />
        <Button>Read it</Button>
      </form>
    </>
  );
}
