import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { readList } from '#app/features/register/verifications/lists/commands.server.ts';
import { refusalText } from '#app/features/register/verifications/lists/ui/words.ts';
import { takeSentFile, type SentFile } from '#app/platform/tables/sent-file.server.ts';
import { listFile } from '#app/platform/tables/table.ts';
import { Button } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader, Prose, Section } from '#app/ui/page.tsx';
import { FileForm } from '#app/ui/parts/file-form.tsx';

export const meta: MetaFunction = () => [{ title: 'Check a list · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'company');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const read = (file: SentFile) => readList(scope, file);
  return takeSentFile(request, 'list', read, (id) => `/lists/${id}/columns`);
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
      <FileForm name="list" label="Your list" {...listFile}>
        <Button>Send the list</Button>
      </FileForm>
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
