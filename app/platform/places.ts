/** ISO 3166-1 alpha-2, in one line each letter; names come from the runtime's own tables. */
const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

export const countryCodes: readonly string[] = codes.split(' ');

const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** "Nepal" for `NP`. */
export const countryName = (code: string) => names.of(code) ?? code;

export const countryOptions = countryCodes
  .map((value) => ({ value, label: countryName(value) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));

/** "Nepal → Qatar" for `NP-QA`. */
export const corridorName = (corridor: string) => corridor.split('-').map(countryName).join(' → ');

const namesIn = new Map<string, Intl.DisplayNames>();

/** The same in another language; in English where the runtime's tables do not name a country in it. */
export function corridorIn(language: string, corridor: string) {
  const known = namesIn.get(language) ?? new Intl.DisplayNames([language, 'en'], { type: 'region' });
  namesIn.set(language, known);
  return corridor
    .split('-')
    .map((code) => known.of(code) ?? code)
    .join(' → ');
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
/** What countries are called in lists besides the name we show. */
const aliases: Record<string, string> = {
  ...{
    'viet nam': 'VN',
    uae: 'AE',
    uk: 'GB',
    'great britain': 'GB',
    usa: 'US',
    ksa: 'SA',
    'south korea': 'KR',
  },
  ...{ myanmar: 'MM', burma: 'MM', 'hong kong': 'HK', macau: 'MO', turkey: 'TR', 'czech republic': 'CZ' },
};
const named = new Map([
  ...Object.entries(aliases),
  ...countryCodes.flatMap((code) =>
    [plain(code), plain(countryName(code))].map((key) => [key, code] as const),
  ),
]);

/** The code of a country as lists write it: its name in English, a name it is also called by, or the code. */
export const countryNamed = (text: string) => named.get(plain(text));
