import type { SheetWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const tl: SheetWords = {
  title: 'Mga listahan para sa tagapayo',
  lead: 'Lahat ng recruiter sa rehistro ng isang bansa, para i-print o itago. Maaaring magbago ang katayuan anumang araw: tingnan ulit bago may magbayad o pumirma.',
  where: 'Aling bansa?',
  other: 'Ibang bansa',
  inCountry: 'Mga recruiter sa {country}',
  print: 'I-print (PDF)',
  table: 'Talaan (CSV)',
  part: 'Bahagi {part} ng {parts}',
  nobody: 'Walang taga-bansang ito sa rehistro.',
  more: 'Nasa naka-print na bahagi ang unang {count} pangalan. Nasa talaan ang lahat.',
  fresh: 'Ganito noong {when}. Maaaring magbago anumang araw.',
  absent: 'Ang pangalang wala sa listahang ito ay hindi alam na ligtas. Huwag magbayad.',
  anew: 'Tingnan ulit ang bawat pangalan bago may magbayad o pumirma:',
  from: 'Mula “{first}” hanggang “{last}”.',
  name: 'Pangalan',
  local: 'Pangalan sa sariling sulat',
  number: 'Numero',
  standing: 'Katayuan',
  licences: 'Mga lisensiya',
  place: 'Lugar',
  until: 'Katapusan ng sertipiko',
  unprintable: 'Sa mga titik na hindi maipakita ng papel na ito',
};
