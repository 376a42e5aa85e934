import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { freePort } from './port.ts';

type Session = {
  id: string;
  object: 'checkout.session';
  status: 'open' | 'complete' | 'expired';
  payment_status: 'unpaid' | 'paid';
  url: string;
  payment_intent: string | null;
  client_reference_id: string;
  metadata: Record<string, string>;
  amount: number;
  currency: string;
};
type Intent = {
  id: string;
  object: 'payment_intent';
  status: 'succeeded' | 'processing' | 'requires_payment_method';
  amount_received: number;
  currency: string;
  created: number;
  metadata: Record<string, string>;
  latest_charge: string;
};
type Charge = { id: string; object: 'charge'; created: number; refunded: boolean; payment_intent: string };
type Refund = { id: string; object: 'refund'; status: 'succeeded'; payment_intent: string };

export const webhookSecret = 'whsec_of_the_test_server';
export const secretKey = 'sk_test_of_the_test_server';

/** Answers as Stripe does for the calls used, on loopback; what cardholders and Stripe's own desk do is told to it. */
export async function startStripe() {
  const port = await freePort();
  const house = aStripe();
  const server = createServer((request, response) => void house.answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { ...house, base: `http://127.0.0.1:${port}`, stop };
}
export type TestStripe = Awaited<ReturnType<typeof startStripe>>;

const made = (kind: string) => `${kind}_test_${randomBytes(8).toString('hex')}`;
const inSeconds = () => Math.floor(Date.now() / 1000);

function aStripe() {
  const sessions = new Map<string, Session>();
  const intents = new Map<string, Intent>();
  const charges = new Map<string, Charge>();
  const refunds = new Map<string, Refund>();
  const answered = new Map<string, unknown>();
  const weather = { down: false, keysTaken: false, calls: 0 };

  const present = <T>(map: Map<string, T>, id: string): T => {
    const found = map.get(id);
    if (!found) throw new Missing(id);
    return found;
  };

  function pay(sessionId: string, at = inSeconds(), status: Intent['status'] = 'succeeded') {
    const session = present(sessions, sessionId);
    if (session.status !== 'open') return undefined;
    const id = made('pi');
    const charge: Charge = {
      id: made('ch'),
      object: 'charge',
      created: at,
      refunded: false,
      payment_intent: id,
    };
    charges.set(charge.id, charge);
    const { amount, currency, metadata } = session;
    const created = { id, object: 'payment_intent' as const, status, created: at, latest_charge: charge.id };
    const received = status === 'succeeded' ? amount : 0;
    intents.set(id, { ...created, amount_received: received, currency, metadata });
    const paid = status === 'succeeded' ? 'paid' : 'unpaid';
    sessions.set(sessionId, { ...session, status: 'complete', payment_status: paid, payment_intent: id });
    return id;
  }

  /** A payment that took days and arrives, or does not. */
  function conclude(intentId: string, status: 'succeeded' | 'requires_payment_method') {
    const intent = present(intents, intentId);
    const session = [...sessions.values()].find((each) => each.payment_intent === intentId);
    if (!session || intent.status !== 'processing') return;
    const came = status === 'succeeded';
    intents.set(intentId, { ...intent, status, amount_received: came ? session.amount : 0 });
    if (came) sessions.set(session.id, { ...session, payment_status: 'paid' });
  }

  function expire(sessionId: string) {
    const session = present(sessions, sessionId);
    if (session.status !== 'open') return false;
    sessions.set(sessionId, { ...session, status: 'expired' });
    return true;
  }

  function giveBack(intentId: string) {
    const charge = present(charges, present(intents, intentId).latest_charge);
    if (charge.refunded) return undefined;
    charges.set(charge.id, { ...charge, refunded: true });
    const refund: Refund = {
      id: made('re'),
      object: 'refund',
      status: 'succeeded',
      payment_intent: intentId,
    };
    refunds.set(refund.id, refund);
    return refund;
  }

  const opened = (form: URLSearchParams): Session => {
    const id = made('cs');
    const metadata = {
      invoice: form.get('payment_intent_data[metadata][invoice]') ?? '',
      checkout: form.get('payment_intent_data[metadata][checkout]') ?? '',
    };
    const session: Session = {
      id,
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      url: `https://checkout.stripe.test/c/pay/${id}`,
      payment_intent: null,
      client_reference_id: form.get('client_reference_id') ?? '',
      metadata,
      amount: Number(form.get('line_items[0][price_data][unit_amount]')),
      currency: form.get('line_items[0][price_data][currency]') ?? '',
    };
    sessions.set(id, session);
    return session;
  };

  const withIntent = (session: Session) => ({
    ...session,
    payment_intent: session.payment_intent && present(intents, session.payment_intent),
  });
  const withCharge = (intent: Intent) => ({
    ...intent,
    latest_charge: present(charges, intent.latest_charge),
  });
  const refundsOf = (intentId: string | null) => ({
    object: 'list',
    data: [...refunds.values()].filter(({ payment_intent }) => payment_intent === intentId),
  });

  const write = (path: string, form: URLSearchParams): unknown => {
    if (path === '/v1/checkout/sessions') return opened(form);
    const [, expiring] = /^\/v1\/checkout\/sessions\/(\w+)\/expire$/.exec(path) ?? [];
    if (expiring && !expire(expiring)) throw new Refused('Only open sessions can be expired', undefined);
    if (expiring) return present(sessions, expiring);
    if (path !== '/v1/refunds') throw new Missing(path);
    const refund = giveBack(form.get('payment_intent') ?? '');
    if (!refund) throw new Refused('Charge has already been refunded', 'charge_already_refunded');
    return refund;
  };

  const read = ({ pathname, searchParams }: URL): unknown => {
    const [, kind = '', id = ''] = /^\/v1\/([a-z_]+(?:\/sessions)?)\/?(\w*)$/.exec(pathname) ?? [];
    if (kind === 'refunds' && !id) return refundsOf(searchParams.get('payment_intent'));
    if (kind === 'checkout/sessions') return withIntent(present(sessions, id));
    if (kind === 'payment_intents') return withCharge(present(intents, id));
    if (kind === 'charges') return present(charges, id);
    if (kind === 'refunds') return present(refunds, id);
    throw new Missing(pathname);
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    weather.calls += 1;
    if (weather.down) return void request.socket.destroy();
    const url = new URL(request.url ?? '/', 'http://stripe.test');
    const body = await textOf(request);
    const key = request.headers['idempotency-key'];
    if (weather.keysTaken && key) return void send(response, 400, keyTaken);
    try {
      if (request.headers.authorization !== `Bearer ${secretKey}`)
        throw new Refused('Invalid API key', undefined);
      const known = typeof key === 'string' ? answered.get(key) : undefined;
      const said =
        known ?? (request.method === 'POST' ? write(url.pathname, new URLSearchParams(body)) : read(url));
      if (typeof key === 'string') answered.set(key, said);
      send(response, 200, said);
    } catch (error) {
      if (error instanceof Missing) send(response, 404, problem(error.message, 'resource_missing'));
      else if (error instanceof Refused) send(response, 400, problem(error.message, error.code));
      else throw error;
    }
  }

  return { sessions, intents, refunds, charges, weather, pay, conclude, expire, giveBack, answer, notice };
}

class Missing extends Error {}
class Refused extends Error {
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

const problem = (message: string, code: string | undefined) => ({
  error: { type: 'invalid_request_error', message, ...(code && { code }) },
});

const keyTaken = {
  error: { type: 'idempotency_error', message: 'Keys can only be used with the same parameters.' },
};

function send(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage) {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

type Signing = { id?: string; secret?: string; at?: number };

/** A notice as Stripe sends it, and its signature by Stripe's scheme. */
function notice(
  kind: string,
  objectId: string,
  { id = made('evt'), secret = webhookSecret, at }: Signing = {},
) {
  const body = JSON.stringify({
    id,
    object: 'event',
    type: kind,
    api_version: '2026-10-28.endive',
    created: inSeconds(),
    data: { object: { id: objectId, amount: 1, status: 'whatever a forger writes' } },
  });
  const time = at ?? inSeconds();
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return { body, signature: `t=${time},v1=${signature}` };
}
