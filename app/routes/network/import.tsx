import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { fields, heads, hints, needed } from '#app/features/network/import/columns.ts';
import { readList } from '#app/features/network/import/commands.server.ts';
import { refusalText } from '#app/features/network/ui/refusals.ts';
import { unstored } from '#app/platform/http.server.ts';
import { readSentFile } from '#app/platform/tables/sent-file.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { FileField, queryField } from '#app/ui/fields.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Send a list · Your network · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'recruiter');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const file = await readSentFile(request, 'list');
  if (!file.ok) return unstored(file.refusal);
  const outcome = await readList(scope, file.value);
  return outcome.ok ? redirect(`/network/imports/${outcome.value.id}`) : unstored(outcome.refusal);
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
      <form method="post" encType="multipart/form-data" className="flex flex-col items-start gap-6">
        <FileField
          field={queryField('list', undefined)}
          label="Your list"
          hint="Excel workbook (.xlsx) or CSV, up to 10 MB"
          accept=".xlsx,.csv,.tsv,.txt"
        />
        <Button>Read the list</Button>
      </form>
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
