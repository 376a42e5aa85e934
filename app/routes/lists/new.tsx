import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { readList } from '#app/features/register/verifications/lists/commands.server.ts';
import { refusalText } from '#app/features/register/verifications/lists/ui/words.ts';
import { unstored } from '#app/platform/http.server.ts';
import { readSentFile } from '#app/platform/tables/sent-file.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { FileField, queryField } from '#app/ui/fields.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader, Prose, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Check a list · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'company');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const file = await readSentFile(request, 'list');
  if (!file.ok) return unstored(file.refusal);
  const outcome = await readList(scope, file.value);
  return outcome.ok ? redirect(`/lists/${outcome.value.id}/columns`) : unstored(outcome.refusal);
}

export default function NewList() {
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <>
      <PageHeader
        title="Check a list"
        back={{ to: '/lists', label: 'Lists' }}
        lead="Send your suppliers as an Excel workbook or a CSV file, up to 10,000 rows. You say which column is what before anything is checked."
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      <form method="post" encType="multipart/form-data" className="flex flex-col items-start gap-6">
        <FileField
          field={queryField('list', undefined)}
          label="Your list"
          hint="Excel workbook (.xlsx) or CSV, up to 10 MB"
          accept=".xlsx,.csv,.tsv,.txt"
        />
        <Button>Send the list</Button>
      </form>
      <Section title="What becomes of it">
        <Prose>
          <p>
            The file is not kept. What we read of it is deleted when the list is checked, and after a day if
            it is not. What was asked and answered stays with the signed receipt, for your company alone. The
            page of the list goes after 90 days, or when you delete it.
          </p>
          <p>
            A name is enough; a registration, licence or certificate number is surer. Cells with formulas are
            not read: paste them as values first.
          </p>
        </Prose>
      </Section>
    </>
  );
}
