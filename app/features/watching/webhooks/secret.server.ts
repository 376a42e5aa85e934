import { randomBytes } from 'node:crypto';

import { Webhook } from 'standardwebhooks';

import { sealedFor } from '#app/platform/sealed/sealed.server.ts';

const sealed = sealedFor('secrets of webhooks');

/** 192 random bits, written as Standard Webhooks writes them; sealed for this endpoint's row alone. */
export async function newSecret(endpointId: string) {
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  return { secret, kept: await sealed.seal(endpointId, secret) };
}

type Message = { id: string; body: string };

/**
 * The headers of a message (Standard Webhooks 1.0.0): its id, the same in every attempt, and a signature for each secret,
 * the newest first. A secret whose key is lost signs no more; without any there are no headers.
 */
export async function signed(
  endpoint: { id: string; secrets: readonly string[] },
  { id, body }: Message,
  now: Date,
) {
  const opened = await Promise.all(endpoint.secrets.map((kept) => sealed.open(endpoint.id, kept)));
  const signatures = opened.flatMap((secret) =>
    secret === undefined ? [] : [new Webhook(secret).sign(id, now, body)],
  );
  if (signatures.length === 0) return undefined;
  return {
    'content-type': 'application/json',
    'user-agent': 'Fairroute webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
