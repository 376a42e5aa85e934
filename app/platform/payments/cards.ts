/** What a card processor does for this house; who it is stands behind the one door that implements this. */
export type Cards = {
  openCheckout(ask: CheckoutAsk): Promise<Checkout>;
  findCheckout(sessionId: string): Promise<Checkout | undefined>;
  /** Nobody can pay there any more; nothing happens when it ended by itself. */
  endCheckout(sessionId: string): Promise<void>;
  findPayment(intentId: string): Promise<CardPayment | undefined>;
  /** The payment a charge or a refund belongs to. */
  findIntentOf(kind: 'charge' | 'refund', objectId: string): Promise<string | undefined>;
  /** Gives a whole payment back, once for each key; answers with the refund's id. */
  giveBack(intentId: string, key: string): Promise<string>;
  /** What a notice says it is about, when its signature holds. */
  readNotice(body: string, signature: string): Notice | undefined;
};

export type CheckoutAsk = {
  /** The same key opens the same checkout, however often it is asked. */
  key: string;
  checkoutId: string;
  invoiceId: string;
  amountMinor: number;
  currency: string;
  title: string;
  email: string | undefined;
  paidAddress: string;
  backAddress: string;
};

export type Checkout = {
  id: string;
  address: string | undefined;
  /** `processing`: paid by a way that takes days; `ended`: nothing was paid, nothing will be. */
  state: 'open' | 'processing' | 'paid' | 'ended';
  intentId: string | undefined;
};

export type CardPayment = {
  id: string;
  checkoutId: string | undefined;
  invoiceId: string | undefined;
  amountMinor: number;
  currency: string;
  paid: boolean;
  paidAt: Date;
  /** The refund that brought the whole amount back. */
  givenBackBy: string | undefined;
};

export type Notice = { id: string; kind: string; objectId: string };

/** The processor does not answer, or not in time. */
export class CardsUnreachable extends Error {}
