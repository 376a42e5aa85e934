import { dayInWords } from '#app/platform/calendar.ts';
import { Summary } from '#app/ui/page.tsx';

import { methodNames, moneyInWords, type Method } from '../model.ts';

type Facts = {
  method: Method;
  amountMinor: number;
  currency: string;
  receivedOn?: string;
  externalId: string;
  description: string | null;
};

export function PaymentFacts({ payment }: { payment: Facts }) {
  const { method, receivedOn, externalId, description } = payment;
  return (
    <Summary
      items={[
        { term: 'Amount', value: moneyInWords(payment) },
        { term: 'By', value: methodNames[method] },
        { term: 'Reference', value: externalId },
        ...(receivedOn ? [{ term: 'Received', value: dayInWords(receivedOn) }] : []),
        ...(description ? [{ term: 'Bank’s words', value: description }] : []),
      ]}
    />
  );
}
