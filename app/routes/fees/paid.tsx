import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { moneyInWords } from '#app/features/billing/model.ts';
import { findInvoice } from '#app/features/billing/queries.server.ts';
import { theCards } from '#app/features/billing/stripe/client.server.ts';
import { returnFromCheckout } from '#app/features/billing/stripe/commands.server.ts';
import { found } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Your payment · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const id = found(params['id']);
  const { id: invoiceId } = found(await findInvoice(scope, id));
  await returnFromCheckout({ ...scope, cards: theCards() }, invoiceId);
  return { invoice: found(await findInvoice(scope, id)) };
}

export default function PaidPage() {
  const { invoice } = useLoaderData<typeof loader>();
  const paid = invoice.status === 'paid';
  return (
    <>
      <PageHeader
        title={paid ? 'Thank you, your payment has arrived' : 'We have not seen your payment yet'}
        eyebrow={invoice.number}
        lead={
          paid
            ? `Invoice ${invoice.number} over ${moneyInWords(invoice)} is paid. The receipt is on its way to you by mail.`
            : 'If you paid just now, it can take some minutes. We look again by ourselves and mail you: please do not pay twice.'
        }
      />
      <Actions>
        <ButtonLink to={`/fees/${invoice.id}`}>See the invoice</ButtonLink>
        <ButtonLink kind="secondary" to="/apply">
          Your application
        </ButtonLink>
      </Actions>
    </>
  );
}
