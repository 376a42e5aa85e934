import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { askCheck } from '#app/features/register/verifications/lists/commands.server.ts';
import { columnsForm } from '#app/features/register/verifications/lists/forms.ts';
import type { fields as allFields } from '#app/features/register/verifications/lists/model.ts';
import { findColumnsPage } from '#app/features/register/verifications/lists/page.server.ts';
import { ColumnChoices, Preview, SameFile } from '#app/features/register/verifications/lists/ui/columns.tsx';
import { refusalText } from '#app/features/register/verifications/lists/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Which column is what · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const list = found(await findColumnsPage(scope, found(params['id'])));
  if (list.state !== 'read') throw redirect(`/lists/${list.id}`);
  return list;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findColumnsPage(scope, found(params['id'])));
  const form = await readForm(request, columnsForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await askCheck(scope, id, form.value), `/lists/${id}`, form.reply);
}

export default function Columns() {
  const { title, rows, guessed, sample, columns, same } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<Record<(typeof allFields)[number] | 'headed', string>>('columns', {
    reply: answer?.reply,
    saved: guessed,
  });
  return (
    <StepPage
      title="Which column is what"
      lead={`We read ${rows.toLocaleString('en-GB')} rows and guessed their columns. Look at the first rows, and correct what is wrong.`}
      place={{ to: '/lists', label: 'Lists', eyebrow: title }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Check the list"
      context={
        <>
          <SameFile same={same} />
          <Preview sample={sample} columns={columns} />
        </>
      }
    >
      <RadioGroup
        field={fields.headed}
        label="What is the first row?"
        options={[
          { value: 'yes', label: 'It names the columns' },
          { value: 'no', label: 'It is the first supplier' },
        ]}
      />
      <ColumnChoices fields={fields} columns={columns} />
    </StepPage>
  );
}
