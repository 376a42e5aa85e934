import { mayManageEndpoints } from '#app/features/watching/policy.ts';
import { findEndpoint } from '#app/features/watching/webhooks/queries.server.ts';
import { allowed, found } from '#app/platform/http.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';

/** A webhook of the own company, for whoever may change it: 403 for anybody else of the company. */
export async function managedWebhook(scope: Scope<Company>, id: string | undefined) {
  allowed(mayManageEndpoints(scope.actor));
  const webhook = await findEndpoint(scope, found(id));
  return webhook && { id: webhook.id, url: webhook.url };
}
