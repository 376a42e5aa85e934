import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** What a company watches on the register, and where its programs hear of changes. */
export const watching: RouteConfigEntry[] = [
  route('watches', 'routes/watching/watches.tsx'),
  route('watches/recruiter', 'routes/watching/recruiter.tsx'),
  route('watches/corridor', 'routes/watching/corridor.tsx'),
  route('watches/list', 'routes/watching/list.tsx'),
  route('watches/mails', 'routes/watching/mails.tsx'),
  route('watches/:id/end', 'routes/watching/end.tsx'),
  route('webhooks', 'routes/watching/webhooks.tsx'),
  route('webhooks/new', 'routes/watching/new-webhook.tsx'),
  route('webhooks/:id', 'routes/watching/webhook.tsx'),
  route('webhooks/:id/secret', 'routes/watching/replace-secret.tsx'),
  route('webhooks/:id/on', 'routes/watching/switch-on.tsx'),
  route('webhooks/:id/end', 'routes/watching/end-webhook.tsx'),
  route('webhooks/messages/:id/replay', 'routes/watching/replay.tsx'),
];
