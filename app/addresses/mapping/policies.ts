import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** A company's policies towards its suppliers: versions, their review, and who acknowledged them. */
export const mappingPolicies: RouteConfigEntry[] = [
  route('mapping/policies', 'routes/mapping-policies/policies.tsx'),
  route('mapping/policies/new', 'routes/mapping-policies/new.tsx'),
  route('mapping/policies/sendings/:id', 'routes/mapping-policies/acknowledged.tsx'),
  route('mapping/policies/:id', 'routes/mapping-policies/policy.tsx'),
  route('mapping/policies/:id/add', 'routes/mapping-policies/add.tsx'),
  route('mapping/policies/:id/compare', 'routes/mapping-policies/compare.tsx'),
  route('mapping/policies/:id/:version', 'routes/mapping-policies/version.tsx'),
  route('mapping/policies/:id/:version/send', 'routes/mapping-policies/send.tsx'),
  route('mapping/policies/:id/:version/file', 'routes/mapping-policies/file.tsx'),
  route('mapping/policies/:id/:version/items/:item', 'routes/mapping-policies/item.tsx'),
];
