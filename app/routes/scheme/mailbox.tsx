import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listMails } from '#app/features/oversight/queries.server.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { DataTable, Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Mailbox · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const page = pageOf(request);
  return { page, ...(await listMails(scope, page)) };
}

export default function Mailbox() {
  const { mails, count, page, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Mailbox"
        lead="In a demonstration no mail leaves the house: what would have been sent stands here. With SMTP_URL set, this page stays empty."
      />
      <DataTable
        caption={`${count} mails, newest first`}
        columns={[
          {
            key: 'subject',
            header: 'Subject',
            main: true,
            cell: (mail) => <TextLink to={`/scheme/mailbox/${mail.id}`}>{mail.subject}</TextLink>,
          },
          { key: 'to', header: 'To', cell: (mail) => mail.recipient },
          { key: 'sent', header: 'Sent', cell: (mail) => timeInWords(mail.sentAt) },
        ]}
        rows={mails}
        empty={{
          title: 'No mail yet',
          text: 'Mails appear here as applications, audits and certificates move on.',
        }}
      />
      <Pagination page={page} pages={pages} count={count} href={(to) => `/scheme/mailbox?page=${to}`} />
    </>
  );
}
