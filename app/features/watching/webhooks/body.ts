import type { Told, ToldType } from '../model.ts';

type Change = Told & { type: ToldType; occurredAt: Date };

/**
 * What is sent of a change (Standard Webhooks 1.0.0, "payload structure"): `type` as the events catalogue names it, when it
 * happened, and what the register said when it was sent. `standing` is null of whoever was taken off the register.
 */
export function bodyOf(
  { type, occurredAt, registrationNumber, name, reading }: Change,
  origin: string,
): string {
  return JSON.stringify({
    type,
    timestamp: occurredAt.toISOString(),
    data: {
      registrationNumber,
      name,
      country: reading?.country ?? null,
      standing: reading?.standing ?? null,
      certificate: reading?.certificate && {
        number: reading.certificate.number,
        validFrom: reading.certificate.validFrom,
        validUntil: reading.certificate.validUntil,
        scope: {
          corridors: reading.certificate.corridors.map(toCorridor),
          sectors: reading.certificate.sectors,
        },
      },
      url: `${origin}/register/${registrationNumber}`,
      api: `${origin}/api/v1/recruiters/${registrationNumber}`,
    },
  });
}

export function toCorridor(corridor: string) {
  const [origin = '', destination = ''] = corridor.split('-');
  return { origin, destination };
}
