import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

const isDigit = (letter: number) => /^\p{Nd}$/u.test(String.fromCodePoint(letter));

/** Digits of any script as 0 to 9: each script's ten stand in a row that begins at …0 or at …6. */
export const plainDigits = (text: string) =>
  text.replace(/\p{Nd}/gu, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const row = code - (code % 16);
    return String(code - (isDigit(row) ? row : row + 6));
  });

/** A phone number as people type it, in E.164; undefined for what is none. Numbers without a country are of `country`. */
export function readPhone(text: string, country: string): string | undefined {
  const typed = plainDigits(text).trim();
  // Spreadsheets drop the plus, and people write 00: what is no number of the country may be a whole one.
  return parse(typed, country) ?? parse(typed.replace(/^\s*(?:00)?/, '+'), country);
}

function parse(typed: string, country: string) {
  if (typed.length > 40) return undefined;
  const options = { extract: false, ...(isSupportedCountry(country) && { defaultCountry: country }) };
  const number = parsePhoneNumberFromString(typed, options);
  // A door number behind a switchboard is not a number workers can check.
  return number?.isValid() && !number.ext ? number.number : undefined;
}

/** "+977 1-4123456" for `+97714123456`. */
export const shownPhone = (phone: string) =>
  parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
