import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands; other settings are ignored by half of them. */
const settings = { issuer: 'Fairroute', algorithm: 'SHA1', digits: 6, period: 30 };

const totp = (secret: string, label = '') =>
  new TOTP({ ...settings, label, secret: Secret.fromBase32(secret) });

/** 160 bits, as base32: what a person types where a camera does not help. */
export const newSecret = () => new Secret({ size: 20 }).base32;

/** What the QR code holds. */
export const enrolmentUri = (secret: string, email: string) => totp(secret, email).toString();

/** The time step a code belongs to, one either way; undefined for a wrong code. */
export function stepOf(code: string, secret: string, now: Date) {
  const timestamp = now.getTime();
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : TOTP.counter({ period: settings.period, timestamp }) + delta;
}
