import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findMail } from '#app/features/oversight/queries.server.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { Card, PageHeader, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.mail.subject ?? 'Mail'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { mail: found(await findMail(scope, found(params['id']))) };
}

export default function Mail() {
  const { mail } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={mail.subject} back={{ to: '/scheme/mailbox', label: 'Mailbox' }} />
      <Summary
        items={[
          { term: 'To', value: mail.recipient },
          { term: 'Sent', value: timeInWords(mail.sentAt) },
        ]}
      />
      <Card>
        <div className="whitespace-pre-wrap break-words">{mail.plain}</div>
      </Card>
    </>
  );
}
