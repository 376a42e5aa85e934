import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { fields, heads, hints, needed } from '#app/features/network/import/columns.ts';
import { readList } from '#app/features/network/import/commands.server.ts';
import { refusalText } from '#app/features/network/ui/refusals.ts';
import { takeSentFile, type SentFile } from '#app/platform/tables/sent-file.server.ts';
import { listFile } from '#app/platform/tables/table.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';
import { FileForm } from '#app/ui/parts/file-form.tsx';

export const meta: MetaFunction = () => [{ title: 'Send a list · Your network · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'recruiter');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const read = (file: SentFile) => readList(scope, file);
  return takeSentFile(request, 'list', read, (id) => `/network/imports/${id}`);
}

export default function Import() {
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <>
      <PageHeader
        title="Send a list"
        back={{ to: '/network', label: 'Your network' }}
        lead="Send your partners as an Excel workbook or a CSV file, up to 5,000 rows. You see what we read, row by row, before anything is added."
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      <Actions>
        <ButtonLink to="/network/template" kind="secondary">
          Take the Excel template
        </ButtonLink>
        <ButtonLink to="/network/template?as=csv" kind="secondary">
          Take it as CSV
        </ButtonLink>
      </Actions>
      <FileForm name="list" label="Your list" {...listFile}>
        <Button>Read the list</Button>
      </FileForm>
      <Section title="What the columns take">
        <Summary
          items={fields.map((field) => ({
            term: needed.includes(field) ? `${heads[field]} (needed)` : heads[field],
            value: hints[field],
          }))}
        />
      </Section>
    </>
  );
}
