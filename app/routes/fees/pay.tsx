import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { moneyInWords } from '#app/features/billing/model.ts';
import { findInvoice } from '#app/features/billing/queries.server.ts';
import { bankAccount } from '#app/features/billing/papers/account.server.ts';
import { theCards } from '#app/features/billing/stripe/client.server.ts';
import { payByCard } from '#app/features/billing/stripe/commands.server.ts';
import { TransferDetails } from '#app/features/billing/ui/account.tsx';
import { CheckoutDeparture } from '#app/features/billing/ui/departure.tsx';
import { refusalText } from '#app/features/billing/ui/refusals.ts';
import { found, refused } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Pay by card · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { invoice: found(await findInvoice(scope, found(params['id']))), account: bankAccount() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findInvoice(scope, found(params['id'])));
  const leaving = await payByCard({ ...scope, cards: theCards(), origin: installation() }, id);
  if (!leaving.ok) return refused(leaving.refusal);
  return data({ address: leaving.value.address, refusal: undefined });
}

export default function Pay() {
  const { invoice, account } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'address' in answer) return <CheckoutDeparture address={answer.address} />;
  const amount = moneyInWords(invoice);
  return (
    <>
      <PageHeader
        title={`Pay ${amount} by card`}
        eyebrow={invoice.number}
        back={{ to: `/fees/${invoice.id}`, label: 'Invoice' }}
        lead="You pay on a page of our card processor, Stripe, and come back here. We never see your card."
      />
      {answer?.refusal ? <Refusal>{refusalText(answer.refusal)}</Refusal> : null}
      <form method="post">
        <Button>Go to the card page</Button>
      </form>
      <Section title="Or pay by bank transfer">
        <TransferDetails account={account} number={invoice.number} amount={amount} />
      </Section>
    </>
  );
}
