import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { recordAdvice } from '#app/features/accounts/organisations/advice-commands.server.ts';
import { adviceForm } from '#app/features/accounts/organisations/forms.ts';
import { listAdvice } from '#app/features/accounts/organisations/lists.server.ts';
import { AdviceFields } from '#app/features/accounts/organisations/ui/advice-fields.tsx';
import { enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, pageOf, refused } from '#app/platform/http.server.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { DataTable, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Training and advice · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'trainer', 'officer');
  const page = pageOf(request);
  return { page, ofOthers: scope.actor.kind === 'officer', ...(await listAdvice(scope, page)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'trainer', 'officer');
  const form = await readForm(request, adviceForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await recordAdvice(scope, form.value);
  return outcome.ok ? redirect('/advice') : refused(outcome.refusal, form.reply);
}

export default function Advice() {
  const { page, ofOthers, records, count, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Training and advice"
        lead="Whoever trained or advised a recruiter does not audit it for two years, nor does the audit body they belonged to then. What stands here is asked when an audit body is engaged and when a team is chosen, and is not changed afterwards."
      />
      <Section title="Record">
        <AdviceFields ofOthers={ofOthers} answer={useActionData<typeof action>()} />
      </Section>
      <Section title="On record">
        <DataTable
          caption={count === 1 ? '1 record' : `${count} records`}
          columns={[
            { key: 'recruiter', header: 'Recruiter', main: true, cell: ({ recruiter }) => recruiter },
            {
              key: 'kind',
              header: 'What',
              cell: ({ kind }) => (kind === 'training' ? 'Training' : 'Advice'),
            },
            { key: 'who', header: 'Given by', cell: ({ name }) => name },
            { key: 'day', header: 'On', cell: ({ givenOn }) => dayInWords(givenOn) },
          ]}
          rows={records}
          empty={{ title: 'Nothing is on record', text: 'What you record above stands here.' }}
        />
        <Pagination page={page} pages={pages} count={count} href={(to) => `/advice?page=${to}`} />
      </Section>
    </>
  );
}
