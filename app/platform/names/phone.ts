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

/** With fewer digits a number is of too many; with more it is none. */
const [fewest, most] = [7, 15];
/** Digits with the signs people put between them, and no letter at either end: "LRN00012603" is no phone. */
const runs = /(?<![\p{L}\p{M}\d])[+＋(（]*\d(?:[\d\s()（）.\-/\p{Pd}·−]*\d)?(?![\p{L}\p{M}\d])/gu;

/**
 * What the phone numbers in a text end with: their digits, of any script, without what is dialled in front of a country or a
 * town. A number that is written with the code of a country keeps it: the same digits in another country are somebody else.
 */
export const phonesIn = (text: string): string[] => {
  const seen = plainDigits(text.replace(/\p{Cf}/gu, ''));
  const found = (seen.match(runs) ?? []).map((run) =>
    run
      .replace(/[(（]\s*0\s*[)）]/gu, '')
      .replace(/\D/g, '')
      .replace(/^0+/, ''),
  );
  return [...new Set(found)].filter((digits) => digits.length >= fewest && digits.length <= most).slice(0, 4);
};

/** Whether digits that a phone number ends with are the number, as it is dialled within its country at least. */
export function isWholePhone(phone: string, digits: string) {
  const national = parsePhoneNumberFromString(phone)?.nationalNumber;
  return digits.length >= (national?.length ?? phone.length - 1);
}
