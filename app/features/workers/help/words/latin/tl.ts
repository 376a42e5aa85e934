import type { HelpWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const tl: HelpWords = {
  title: 'Sino ang makatutulong sa iyo',
  lead: 'Maaari kang humingi ng tulong. Karapatan mo ito. Ikaw mismo ang tumawag o pumunta, at sabihin ang pangalan mo kung gusto mo lang.',
  where: 'Nasaang bansa ka?',
  inCountry: 'Tulong sa {country}',
  otherCountry: 'Ibang bansa',
  what: 'Ano ang kailangan mo?',
  anything: 'Anumang tulong',
  topics: {
    hotline: 'Linya ng telepono para sa tulong',
    resource_centre: 'Sentro para sa migranteng manggagawa',
    consulate: 'Embahada o konsulado',
    union: 'Unyon ng manggagawa',
    shelter: 'Ligtas na matutuluyan',
    legal_aid: 'Tulong sa batas',
  },
  call: 'Tawagan ang {number}',
  page: 'Buksan ang kanilang pahina',
  address: 'Tirahan',
  open: 'Bukas',
  speaks: 'Mga wikang sinasalita',
  free: 'Libre: walang bayad ang tumawag o pumunta',
  notFree: 'Maaaring may bayad',
  checked: 'Sinuri noong {day}',
  source: 'Kung saan namin ito nabasa',
  example: 'Halimbawa lamang. Hindi ito tunay na lugar.',
  none: 'Wala pa kaming kilala rito.',
  noneMeans:
    'Hindi ibig sabihin na walang makatutulong. Magtanong sa embahada ng iyong bansa, o sa unyon kung nasaan ka.',
  more: 'Iba pa',
  before: 'Bumalik',
  languages: 'Mga wika',
  check: 'Suriin ang ahensya',
  leave: 'Umalis sa pahinang ito',
};
