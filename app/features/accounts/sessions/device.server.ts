import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isIP } from 'node:net';

import bowser from 'bowser';
import { Reader, type CountryResponse } from 'mmdb-lib';

import { countryName } from '#app/platform/places.ts';

/** "Firefox on Windows", as the browser calls itself. */
export function deviceName(userAgent: string) {
  if (userAgent === '') return 'An unknown device';
  const { browser, os } = bowser.parse(userAgent.slice(0, 1000));
  const [program, system] = [browser.name ?? 'A browser', os.name ?? 'an unknown system'];
  return `${program} on ${system}`.slice(0, 200);
}

const table = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';
let reader: Reader<CountryResponse> | undefined;

/** The country an address is registered in, by a public table that ships with us: nobody is asked about anybody. */
export function placeName(address: string) {
  const plain = address.replace(/^::ffff:/, '');
  if (isIP(plain) === 0) return 'An unknown place';
  if (/^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/.test(plain)) return 'This network';
  return countryOf(plain) ?? 'An unknown place';
}

function countryOf(address: string) {
  reader ??= new Reader<CountryResponse>(readFileSync(createRequire(import.meta.url).resolve(table)));
  const found: unknown = reader.get(address);
  if (typeof found !== 'object' || found === null || !('country_code' in found)) return undefined;
  return typeof found.country_code === 'string' ? countryName(found.country_code) : undefined;
}
