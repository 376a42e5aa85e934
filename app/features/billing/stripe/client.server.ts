import Stripe from 'stripe';

import { theConfig } from '#app/platform/config.server.ts';
import {
  CardsUnreachable,
  type CardPayment,
  type Cards,
  type Checkout,
  type CheckoutAsk,
} from '#app/platform/payments/cards.ts';

export type StripeSettings = { secretKey: string; webhookSecret: string; apiBase?: string | undefined };

/** Short: a person waits, and whoever does not answer soon is asked again by the queue. */
const timeout = 6000;

/** Stripe counts these two in hundredths, although they have none. */
const counted = (currency: string) => (['ISK', 'UGX'].includes(currency) ? 100 : 1);

/** Stripe behind the house's own words; nothing else knows it. */
export function stripeCards({ secretKey, webhookSecret, apiBase }: StripeSettings): Cards {
  const stripe = new Stripe(secretKey, {
    timeout,
    maxNetworkRetries: 0,
    telemetry: false,
    ...(apiBase && placeOf(new URL(apiBase))),
  });
  return { ...checkouts(stripe), ...payments(stripe), readNotice: noticesOf(stripe, webhookSecret) };
}

const placeOf = ({ hostname, port, protocol }: URL) => ({
  host: hostname,
  port: port || (protocol === 'https:' ? 443 : 80),
  protocol: protocol === 'https:' ? ('https' as const) : ('http' as const),
});

const checkouts = (stripe: Stripe): Pick<Cards, 'openCheckout' | 'findCheckout' | 'endCheckout'> => ({
  openCheckout: (ask) =>
    reached(async () =>
      checkoutOf(await stripe.checkout.sessions.create(paramsOf(ask), { idempotencyKey: ask.key })),
    ),
  findCheckout: (id) =>
    present(async () =>
      checkoutOf(await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })),
    ),
  endCheckout: async (id) => {
    // Ended by itself meanwhile: what was asked for is so.
    await reached(() => stripe.checkout.sessions.expire(id)).catch(passOver('invalid_request_error'));
  },
});

const payments = (stripe: Stripe): Pick<Cards, 'findPayment' | 'findIntentOf' | 'giveBack'> => ({
  findPayment: (id) =>
    present(async () => {
      const intent = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
      const whole = chargeOf(intent)?.refunded === true;
      return paymentOf(intent, whole ? await refundOf(stripe, id) : undefined);
    }),
  findIntentOf: (kind, id) =>
    present(async () => {
      const found = kind === 'charge' ? await stripe.charges.retrieve(id) : await stripe.refunds.retrieve(id);
      return idOf(found.payment_intent);
    }),
  giveBack: (intentId, key) =>
    reached(async () => {
      try {
        const refund = await stripe.refunds.create({ payment_intent: intentId }, { idempotencyKey: key });
        return refund.id;
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeError) || error.code !== 'charge_already_refunded')
          throw error;
        return (await refundOf(stripe, intentId)) ?? key;
      }
    }),
});

const refundOf = async (stripe: Stripe, intentId: string) =>
  (await stripe.refunds.list({ payment_intent: intentId, limit: 1 })).data[0]?.id;

const noticesOf =
  (stripe: Stripe, secret: string): Cards['readNotice'] =>
  (body, signature) => {
    try {
      const { id, type, data } = stripe.webhooks.constructEvent(body, signature, secret);
      const object = 'id' in data.object && typeof data.object.id === 'string' ? data.object.id : '';
      return { id, kind: type, objectId: object };
    } catch {
      // A wrong signature, an old one and a body that is no event look the same from outside.
      return undefined;
    }
  };

const idOf = (thing: string | { id: string } | null | undefined) =>
  typeof thing === 'string' ? thing : thing?.id;

const paramsOf = (ask: CheckoutAsk): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  client_reference_id: ask.checkoutId,
  ...(ask.email && { customer_email: ask.email }),
  line_items: [
    {
      quantity: 1,
      price_data: {
        currency: ask.currency.toLowerCase(),
        unit_amount: ask.amountMinor * counted(ask.currency),
        product_data: { name: ask.title },
      },
    },
  ],
  payment_intent_data: { metadata: { invoice: ask.invoiceId, checkout: ask.checkoutId } },
  success_url: ask.paidAddress,
  cancel_url: ask.backAddress,
});

function checkoutOf(session: Stripe.Checkout.Session): Checkout {
  const intent = session.payment_intent;
  return {
    id: session.id,
    address: session.url ?? undefined,
    state: stateOf(session),
    intentId: idOf(intent),
  };
}

function stateOf({ status, payment_status, payment_intent }: Stripe.Checkout.Session): Checkout['state'] {
  if (status === 'open') return 'open';
  if (status === 'expired') return 'ended';
  if (payment_status !== 'unpaid') return 'paid';
  const underway = typeof payment_intent === 'object' ? payment_intent?.status : 'processing';
  if (underway === 'succeeded') return 'paid';
  return underway === 'processing' ? 'processing' : 'ended';
}

const chargeOf = ({ latest_charge }: Stripe.PaymentIntent) =>
  typeof latest_charge === 'object' && latest_charge !== null ? latest_charge : undefined;

function paymentOf(intent: Stripe.PaymentIntent, givenBackBy: string | undefined): CardPayment {
  const currency = intent.currency.toUpperCase();
  return {
    id: intent.id,
    checkoutId: intent.metadata['checkout'],
    invoiceId: intent.metadata['invoice'],
    amountMinor: Math.round(intent.amount_received / counted(currency)),
    currency,
    paid: intent.status === 'succeeded',
    paidAt: new Date((chargeOf(intent)?.created ?? intent.created) * 1000),
    givenBackBy,
  };
}

/** Silence, a broken line and Stripe's own faults are one thing to us: it cannot be reached now. */
async function reached<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (
      error instanceof Stripe.errors.StripeConnectionError ||
      error instanceof Stripe.errors.StripeAPIError ||
      // The same key with other words, or while the first is still being answered.
      error instanceof Stripe.errors.StripeIdempotencyError ||
      error instanceof Stripe.errors.StripeRateLimitError
    )
      throw new CardsUnreachable(error.message, { cause: error });
    throw error;
  }
}

const present = <T>(ask: () => Promise<T>): Promise<T | undefined> =>
  reached(ask).catch((error: unknown) => {
    if (error instanceof Stripe.errors.StripeError && error.code === 'resource_missing') return undefined;
    throw error;
  });

const passOver = (type: string) => (error: unknown) => {
  if (error instanceof Stripe.errors.StripeError && error.rawType === type) return;
  throw error;
};

let cards: Cards | undefined;

/** The card processor of this process; undefined where no key is set, and then nobody pays by card. */
export function theCards(): Cards | undefined {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_BASE } = theConfig();
  if (!STRIPE_SECRET_KEY || !STRIPE_WEBHOOK_SECRET) return undefined;
  cards ??= stripeCards({
    secretKey: STRIPE_SECRET_KEY,
    webhookSecret: STRIPE_WEBHOOK_SECRET,
    apiBase: STRIPE_API_BASE,
  });
  return cards;
}
