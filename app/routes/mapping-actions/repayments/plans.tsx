import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listPlans } from '#app/features/mapping/actions/repayment/queries.server.ts';
import { isComplete, nextDue } from '#app/features/mapping/actions/repayment/rules.ts';
import { progressInWords } from '#app/features/mapping/actions/repayment/ui/progress.tsx';
import { dayInWords, dayOf, untilInWords } from '#app/platform/calendar.ts';
import { Actions, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Repayments to workers · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const today = dayOf(scope.now);
  const plans = (await listPlans(scope)).map(({ id, title, party, entries }) => ({
    ...{ id, title, party, progress: progressInWords(entries), complete: isComplete(entries) },
    due: nextDue(entries, today) ?? null,
  }));
  return { plans, today };
}

export default function Plans() {
  const { plans, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Repayments to workers"
        back={{ to: '/mapping/actions', label: 'Actions' }}
        lead="What workers were charged for their jobs, and how far it is paid back."
      />
      <Actions>
        <ButtonLink to="/mapping/actions/repayments/new">Open a repayment plan</ButtonLink>
      </Actions>
      <DataTable
        caption={plans.length === 1 ? 'One plan' : `${plans.length} plans`}
        columns={[
          {
            key: 'title',
            header: 'Plan',
            main: true,
            cell: ({ id, title }) => (
              <TextLink to={`/mapping/actions/repayments/${id}`}>
                <bdi>{title}</bdi>
              </TextLink>
            ),
          },
          { key: 'party', header: 'About', cell: ({ party }) => <bdi>{party ?? 'The whole chain'}</bdi> },
          { key: 'progress', header: 'How far', cell: ({ progress }) => progress },
          {
            key: 'due',
            header: 'Next instalment',
            cell: ({ due, complete }) => {
              if (complete) return 'Complete';
              return due ? `${dayInWords(due)}, ${untilInWords(due, today)}` : 'None promised';
            },
          },
        ]}
        rows={plans}
        empty={{
          title: 'No plan yet',
          text: 'Open one as soon as you know that workers paid for their jobs.',
        }}
      />
    </>
  );
}
