import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { Facts, Paper, Paragraph, Sheet, Title } from '#app/platform/pdf/paper.server.tsx';
import { renderPdf } from '#app/platform/pdf/render.server.tsx';
import { countryName } from '#app/platform/places.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';

import { findReceiptOf } from '../ledger/queries.server.ts';
import { methodNames, moneyInWords, purposeNames } from '../model.ts';
import { payerOn } from '../payer.server.ts';
import { findInvoice, type Named } from '../queries.server.ts';

export type PdfFile = { filename: string; content: Buffer };

const issuer = 'Fairroute ethical recruitment certification scheme';
const language = 'en';

/** The invoice as it was issued: every time the same, from rows that never change. */
export async function invoicePaper(
  scope: Scope<Officer | Recruiter>,
  id: string,
  account: string | undefined,
): Promise<PdfFile | undefined> {
  const invoice = await findInvoice(scope, id);
  if (!invoice) return undefined;
  const payer = await payerFacts(scope, invoice);
  const title = `Invoice ${invoice.number}`;
  const paper = (
    <Paper
      header={issuer}
      reference={title}
      footer="Workers pay none of this fee, directly or indirectly."
      language={language}
    >
      <Title>{title}</Title>
      <Facts
        items={[
          { term: 'Issued on', value: dayInWords(dayOf(invoice.issuedAt)) },
          { term: 'To be paid by', value: dayInWords(invoice.dueOn) },
          ...payer,
        ]}
      />
      <FeeSheet invoice={invoice} />
      <Paragraph>{`Please pay the whole amount, with ${invoice.number} as the reference.`}</Paragraph>
      <Facts items={account ? [{ term: 'Account', value: account }] : []} />
    </Paper>
  );
  const content = await renderPdf(paper, { title, language, at: invoice.issuedAt });
  return { filename: `invoice-${invoice.number}.pdf`, content };
}

/** The receipt of the payment that paid an invoice; undefined while none has. */
export async function receiptPaper(
  scope: Scope<Officer | Recruiter>,
  id: string,
): Promise<PdfFile | undefined> {
  const invoice = await findInvoice(scope, id);
  if (invoice?.status !== 'paid') return undefined;
  const receipt = await findReceiptOf(scope, invoice.paymentId);
  const payer = await payerFacts(scope, invoice);
  const title = `Receipt ${receipt.number}`;
  const paper = (
    <Paper header={issuer} reference={title} footer={`For invoice ${invoice.number}`} language={language}>
      <Title>{title}</Title>
      <Facts
        items={[
          { term: 'Paid on', value: dayInWords(receipt.receivedOn) },
          { term: 'Paid by', value: methodNames[receipt.method] },
          { term: 'Reference of the payment', value: receipt.externalId },
          { term: 'For invoice', value: invoice.number },
          ...payer,
        ]}
      />
      <FeeSheet invoice={invoice} />
      <Paragraph>{`We have received ${moneyInWords(invoice)}. Nothing is left to pay for this invoice.`}</Paragraph>
    </Paper>
  );
  const content = await renderPdf(paper, { title, language, at: receipt.creditedAt });
  return { filename: `receipt-${receipt.number}.pdf`, content };
}

async function payerFacts({ db }: Scope<Officer | Recruiter>, invoice: Named) {
  const { name, nameLocal, address, country } = await payerOn(db, invoice);
  const fact = (term: string, value: string) => (value ? [{ term, value }] : []);
  return [
    ...fact('To', name),
    ...fact('', nameLocal === name ? '' : nameLocal),
    ...fact('Address', address),
    ...fact('Country', countryName(country)),
    ...fact('Application', invoice.reference),
  ];
}

function FeeSheet({ invoice }: { invoice: Named }) {
  const amount = moneyInWords(invoice);
  return (
    <Sheet
      columns={[
        { header: 'For', cell: () => purposeNames[invoice.purpose], share: 3 },
        { header: 'Amount', cell: () => amount, end: true },
      ]}
      rows={[invoice]}
      total={[`Total in ${invoice.currency}`, amount]}
    />
  );
}
