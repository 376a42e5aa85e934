import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Licences: the holder's own, and those who decide on them, under an address for each. */
export const licences: RouteConfigEntry[] = [
  route('licences', 'routes/licences/own.tsx'),
  route('licences/new', 'routes/licences/new.tsx'),
  route('licences/:licenceId', 'routes/licences/licence.tsx'),
  route('licences/:licenceId/renew', 'routes/licences/renew.tsx'),
  route('scheme/licences', 'routes/licences/decisions.tsx'),
  route('scheme/licences/:licenceId', 'routes/licences/decided.tsx'),
  route('scheme/licences/:licenceId/confirm', 'routes/licences/confirm.tsx'),
  route('scheme/licences/:licenceId/suspend', 'routes/licences/suspend.tsx'),
  route('scheme/licences/:licenceId/reinstate', 'routes/licences/reinstate.tsx'),
  route('scheme/licences/:licenceId/revoke', 'routes/licences/revoke.tsx'),
  route('authority/licences', 'routes/licences/decisions.tsx', { id: 'authority-licences' }),
  route('authority/licences/:licenceId', 'routes/licences/decided.tsx', { id: 'authority-licence' }),
  route('authority/licences/:licenceId/confirm', 'routes/licences/confirm.tsx', {
    id: 'authority-confirm',
  }),
  route('authority/licences/:licenceId/suspend', 'routes/licences/suspend.tsx', {
    id: 'authority-suspend',
  }),
  route('authority/licences/:licenceId/reinstate', 'routes/licences/reinstate.tsx', {
    id: 'authority-reinstate',
  }),
  route('authority/licences/:licenceId/revoke', 'routes/licences/revoke.tsx', { id: 'authority-revoke' }),
];
