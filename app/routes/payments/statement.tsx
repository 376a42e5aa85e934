import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { bookStatement } from '#app/features/billing/bank/commands.server.ts';
import { findStatement, matchLines } from '#app/features/billing/bank/queries.server.ts';
import { LineTable, UntakenTable } from '#app/features/billing/ui/statement.tsx';
import { refusalText } from '#app/features/billing/ui/refusals.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Bank statement · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const statement = found(await findStatement(scope, found(params['id'])));
  return { statement, lines: await matchLines(scope, statement.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  return answered(await bookStatement(scope, found(params['id'])), '/scheme/payments');
}

export default function Statement() {
  const { statement, lines } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const booked = statement.bookedAt !== null;
  return (
    <>
      <PageHeader
        title={booked ? 'This statement is booked' : 'What this statement would do'}
        eyebrow={statement.filename}
        back={{ to: '/scheme/payments', label: 'Payments and refunds' }}
        lead="A line pays an invoice only with its exact number and its exact amount. Every other line waits for your decision under payments."
      />
      {answer?.refusal ? <Refusal>{refusalText(answer.refusal)}</Refusal> : null}
      {booked ? null : (
        <form method="post">
          <Button>Book these lines</Button>
        </form>
      )}
      <LineTable rows={lines} />
      {statement.untaken.length > 0 ? (
        <Section title="Rows that were not taken">
          <UntakenTable rows={statement.untaken} />
        </Section>
      ) : null}
    </>
  );
}
