import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { readStatement } from '#app/features/billing/bank/commands.server.ts';
import { refusalText } from '#app/features/billing/ui/refusals.ts';
import { takeSentFile, type SentFile } from '#app/platform/tables/sent-file.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { FileForm } from '#app/ui/parts/file-form.tsx';

export const meta: MetaFunction = () => [{ title: 'Read a bank statement · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'officer');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const read = (file: SentFile) => readStatement(scope, file);
  return takeSentFile(request, 'statement', read, (id) => `/scheme/statements/${id}`);
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
      <FileForm
        name="statement"
        label="Statement of the scheme’s account"
        hint="CSV or Excel, up to 10 MB. The first row names the columns: date, amount, currency and reference are needed; counterparty and id help."
        accept=".csv,.xlsx,text/csv"
      >
        <Button>Read it</Button>
      </FileForm>
    </>
  );
}
