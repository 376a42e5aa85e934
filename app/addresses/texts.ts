import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Where gateways of short text messages hand over what workers send. */
export const texts: RouteConfigEntry[] = [route('texts/twilio', 'routes/workers/texts/twilio.ts')];
