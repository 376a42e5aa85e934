import { mailPeople } from '#app/events/mail-people.server.ts';
import type { EventType, Fact } from '#app/events/catalogue.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { invoiceIssued } from '#emails/billing/invoice-issued.tsx';
import { invoiceReminder } from '#emails/billing/invoice-reminder.tsx';
import { paymentReceipt } from '#emails/billing/payment-receipt.tsx';
import { refundMade } from '#emails/billing/refund-made.tsx';

import { cancelInvoicesOf, issueApplicationFee, issueExtraFee } from './commands.server.ts';
import { invoiceForMail, payers, refundForMail } from './mail.server.ts';
import { closeCheckouts } from './stripe/commands.server.ts';
import { giveCardPaymentBack } from './stripe/settle.server.ts';

/** An effect on the fact's own record. */
const onSubject = <T extends EventType>(
  run: (fact: Fact<T>, subject: string) => Promise<unknown>,
): Effect<T> => ({
  targets: (_from, { subject }) => Promise.resolve([subject]),
  async run(fact, subject) {
    await run(fact, subject);
  },
});

/** When the effect runs: a worker that was down asks late, and nobody's days to pay may have gone by meanwhile. */
const runsAt = ({ clock }: Means) => clock?.() ?? new Date();

/** Sending an application asks for its fee; sending it again after a deferral does not. */
export const issueFee = (means: Means) =>
  onSubject<'application.submitted'>(({ occurredAt }, id) =>
    issueApplicationFee({ db: means.db, now: occurredAt, runsAt: runsAt(means) }, id),
  );

/** Each deferral that ran out asks for one extra fee: the fact itself tells it from the next. */
export const issueFeeForLateAnswer = (means: Means) =>
  onSubject<'application.deferral_expired'>(({ id: occasion, occurredAt }, id) =>
    issueExtraFee({ db: means.db, now: occurredAt, runsAt: runsAt(means) }, id, occasion),
  );

type End = 'application.withdrawn' | 'application.lapsed' | 'application.discarded';

/** An application that ended owes nothing any more. */
export const cancelFees = ({ db }: Means, because: 'withdrawn' | 'lapsed' | 'discarded') =>
  onSubject<End>(({ occurredAt }, id) => cancelInvoicesOf({ db, now: occurredAt }, id, because));

/** What can no longer be paid is closed at the card processor, too. */
export const closeCardPages = ({ db, cards }: Means) =>
  onSubject<'invoice.paid' | 'invoice.cancelled'>(({ occurredAt }, id) =>
    closeCheckouts({ db, now: occurredAt, cards }, id),
  );

/** A payment by card goes back by itself; a transfer waits for an officer. */
export const giveCardMoneyBack = ({ db, cards }: Means): Effect<'refund.requested'> => ({
  targets: (_from, { payload }) => Promise.resolve([payload.refundId]),
  run: (_fact, refundId) => giveCardPaymentBack({ db, now: new Date(), cards }, refundId),
});

const linkTo = ({ origin }: Means, invoiceId: string) => `${origin}/fees/${invoiceId}`;

/** The application fee has a mail of its own, which says what it is for. */
export const mailInvoice = (means: Means) =>
  mailPeople<'invoice.issued'>(means, {
    to: (db, fact) => (fact.payload.purpose === 'application_fee' ? Promise.resolve([]) : payers(db, fact)),
    write: async ({ subject }) => {
      const invoice = await invoiceForMail(means.db, subject);
      return invoice?.status === 'open'
        ? invoiceIssued({ ...invoice, link: linkTo(means, subject) })
        : undefined;
    },
  });

export const mailReminder = (means: Means) =>
  mailPeople<'invoice.reminded'>(means, {
    to: payers,
    write: async ({ subject }) => {
      const invoice = await invoiceForMail(means.db, subject);
      return invoice?.status === 'open'
        ? invoiceReminder({ ...invoice, link: linkTo(means, subject) })
        : undefined;
    },
  });

export const mailReceipt = (means: Means) =>
  mailPeople<'invoice.paid'>(means, {
    to: payers,
    write: async ({ subject }) => {
      const invoice = await invoiceForMail(means.db, subject);
      if (!invoice?.receipt) return undefined;
      const link = linkTo(means, subject);
      return paymentReceipt({ ...invoice, receipt: invoice.receipt, link });
    },
  });

export const mailRefund = (means: Means) =>
  mailPeople<'refund.made'>(means, {
    to: payers,
    write: async ({ payload }) => {
      const refund = await refundForMail(means.db, payload.refundId);
      return refund && refundMade({ ...refund, link: linkTo(means, refund.invoiceId) });
    },
  });
