import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { retryStuckReactions } from '#app/features/oversight/commands.server.ts';
import { listStuckReactions } from '#app/features/oversight/queries.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Reactions · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { stuck: await listStuckReactions(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  await retryStuckReactions(scope);
  return redirect('/scheme/reactions');
}

export default function Reactions() {
  const { stuck } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Reactions that failed"
        lead="Mails and follow-up steps that did not go through. Each is tried again by itself, at longer and longer intervals."
      />
      <DataTable
        caption={`${stuck.length} waiting`}
        columns={[
          { key: 'reaction', header: 'Reaction', main: true, cell: (row) => row.reaction },
          { key: 'attempts', header: 'Tries', cell: (row) => `${row.attempts} of ${row.most}` },
          { key: 'error', header: 'Last error', cell: (row) => row.error },
        ]}
        rows={stuck}
        empty={{
          title: 'Nothing failed',
          text: 'Every mail was handed over and every follow-up step was taken.',
        }}
      />
      {stuck.length > 0 ? (
        <Form method="post">
          <Button>Try all again now</Button>
        </Form>
      ) : null}
    </>
  );
}
